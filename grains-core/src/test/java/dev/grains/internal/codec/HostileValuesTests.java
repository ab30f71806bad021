package dev.grains.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.GrainId;
import dev.grains.internal.codec.HostileFrames.Target;
import dev.grains.internal.codec.Samples.Sample;
import dev.grains.trap.Sprung;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HostileValuesTests {

  private static final GrainId ID = new GrainId("account", "42");

  private final Codecs codecs = new Codecs();

  @Test
  void damagedValuesAreReadOrRefused() {
    List<Target> targets = new ArrayList<>();
    Stream.of(Samples.scalars(), Samples.documents())
        .flatMap(List::stream)
        .forEach(sample -> targets.add(target(sample)));

    int read = new HostileFrames().feed(targets, 60_000);

    assertThat(read).as("readable in spite of the damage").isBetween(1_000, 40_000);
  }

  private Target target(Sample sample) {
    ValueCodec codec = codecs.codec(sample.type(), "a test");
    WireWriter out = new WireWriter();
    codec.write(sample.value(), out);
    return new Target(
        out.toBytes(),
        bytes -> {
          WireReader in = new WireReader(bytes);
          codec.read(in);
          in.expectEnd();
        });
  }

  @Test
  void damagedFailuresAreReadOrRefused() {
    ThrowableCodec codec = codecs.throwables(Refusals.DECLARED);
    List<Target> targets = new ArrayList<>();
    for (byte[] frame : new GoldenFile("failures").bytes().values()) {
      targets.add(
          new Target(
              frame,
              bytes -> {
                WireReader in = new WireReader(bytes);
                Throwable failure = codec.read(in, ID);
                in.expectEnd();
                assertThat(codec.arrivesAsItself(failure.getClass())).isTrue();
              }));
    }

    int read = new HostileFrames().feed(targets, 30_000);

    assertThat(read).as("readable in spite of the damage").isBetween(1_000, 20_000);
  }

  @Test
  void trapWouldTellThatItWasLoaded() throws Exception {
    URL classes = Sprung.class.getProtectionDomain().getCodeSource().getLocation();
    try (URLClassLoader other = new URLClassLoader(new URL[] {classes}, null)) {
      Object sprung = other.loadClass(Sprung.class.getName()).getField("NOW").get(null);
      assertThat(sprung).hasToString("false");

      Class.forName(Mutations.TRAP, true, other);

      assertThat(sprung).hasToString("true");
    }
  }
}
