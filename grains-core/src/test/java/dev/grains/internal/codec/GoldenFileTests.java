package dev.grains.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.GrainCallException;
import dev.grains.GrainId;
import dev.grains.internal.codec.Samples.Sample;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The wire format, as members of other versions rely on it; see {@link GoldenFile}. */
class GoldenFileTests {

  private static final GrainId ID = new GrainId("account", "42");

  private final Codecs codecs = new Codecs();

  enum Kind {
    SCALARS,
    DOCUMENTS;

    private GoldenFile file() {
      return new GoldenFile(name().toLowerCase(java.util.Locale.ROOT));
    }

    private Map<String, Sample> samples() {
      Map<String, Sample> named = new LinkedHashMap<>();
      for (Sample sample : this == SCALARS ? Samples.scalars() : Samples.documents()) {
        named.put(sample.type().getTypeName() + " #" + named.size(), sample);
      }
      return named;
    }
  }

  @ParameterizedTest
  @EnumSource
  void valuesAreWrittenAsEver(Kind kind) {
    Map<String, byte[]> written = new LinkedHashMap<>();
    kind.samples()
        .forEach(
            (name, sample) -> {
              WireWriter out = new WireWriter();
              codecs.codec(sample.type(), name).write(sample.value(), out);
              written.put(name, out.toBytes());
            });

    kind.file().check(written);
  }

  @ParameterizedTest
  @EnumSource
  void valuesOnceWrittenAreReadAsEver(Kind kind) {
    Map<String, Sample> samples = kind.samples();

    assertThat(kind.file().bytes())
        .allSatisfy(
            (name, bytes) -> {
              Sample sample = samples.get(name);
              WireReader in = new WireReader(bytes);
              assertThat(codecs.codec(sample.type(), name).read(in)).isEqualTo(sample.value());
              in.expectEnd();
            });
  }

  private static Map<String, Throwable> failures() {
    IOException disk = new IOException("disk full");
    Map<String, Throwable> failures = new LinkedHashMap<>();
    for (Throwable common : ThrowableCodecTests.COMMON) {
      failures.put(common.getClass().getSimpleName(), common);
    }
    failures.put("without message", new IllegalStateException());
    failures.put("with cause", new IllegalStateException("m", disk));
    failures.put("declared", new Refusals.OverLimit("m", 9));
    failures.put("declared, fields only", new Refusals.InsufficientFunds(5, 3L));
    failures.put("undeclared", new Refusals.Subclass("m", disk));
    failures.put("passed on", new GrainCallException("x.Lost", "m", null));
    failures.values().forEach(GoldenFileTests::setStack);
    return failures;
  }

  private static void setStack(Throwable failure) {
    failure.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("x.AccountGrain", "deposit", "AccountGrain.java", 12),
          new StackTraceElement("x.AccountGrain", "run", null, -2)
        });
  }

  @Test
  void failuresAreWrittenAsEver() {
    ThrowableCodec codec = codecs.throwables(Refusals.DECLARED);
    Map<String, byte[]> written = new LinkedHashMap<>();
    failures()
        .forEach(
            (name, failure) -> {
              WireWriter out = new WireWriter();
              codec.write(failure, ID, out);
              written.put(name, out.toBytes());
            });

    new GoldenFile("failures").check(written);
  }

  @Test
  void failuresOnceWrittenAreReadAsEver() {
    ThrowableCodec codec = codecs.throwables(Refusals.DECLARED);
    Map<String, Throwable> failures = failures();

    assertThat(new GoldenFile("failures").bytes())
        .allSatisfy(
            (name, bytes) -> {
              WireReader in = new WireReader(bytes);
              Throwable expected = codec.forLocalCaller(failures.get(name), ID);
              Throwable read = codec.read(in, ID);
              in.expectEnd();
              assertThat(read).hasSameClassAs(expected).hasMessage(expected.getMessage());
              assertThat(read.getStackTrace()).startsWith(failures.get(name).getStackTrace());
            });
  }
}
