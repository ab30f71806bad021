package dev.grains.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grains.ClusterOptions;
import dev.grains.GrainUnavailableException;
import dev.grains.Grains;
import dev.grains.internal.runtime.Counter.CounterGrain;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClosedGrainsTests {

  private final MeterRegistry meters = new SimpleMeterRegistry();

  private Grains start() {
    return Grains.builder()
        .register(Counter.class, CounterGrain::new)
        .cluster(ClusterOptions.named("closed-" + UUID.randomUUID()))
        .meters(meters)
        .start();
  }

  @Test
  void leavesNoThreadAndNoMember() {
    Leftovers leftovers = new Leftovers();
    Grains grains = start();
    grains.get(Counter.class, "1").add(1);

    grains.close();

    leftovers.awaitNone();
  }

  @Test
  void takesItsGaugesOutOfTheRegistryAndLeavesWhatWasCounted() {
    Grains grains = start();
    grains.get(Counter.class, "1").add(1);
    assertThat(meters.getMeters()).hasAtLeastOneElementOfType(Gauge.class);

    grains.close();

    assertThat(meters.getMeters()).doesNotHaveAnyElementsOfTypes(Gauge.class);
    assertThat(meters.get("grains.activations").tag("type", "counter").counter().count()).isOne();
  }

  @Test
  void makesRoomInTheRegistryForTheNext() {
    start().close();

    try (Grains second = start()) {
      second.get(Counter.class, "1").add(1);
      second.get(Counter.class, "2").add(1);

      assertThat(meters.get("grains.active").tag("type", "counter").gauge().value()).isEqualTo(2);
    }
  }

  @Test
  void refusesWhateverIsAskedOfIt() {
    Grains grains = start();
    Counter counter = grains.get(Counter.class, "1");

    grains.close();

    assertThatThrownBy(() -> counter.add(1)).isInstanceOf(GrainUnavailableException.class);
    assertThatThrownBy(counter::total).isInstanceOf(GrainUnavailableException.class);
    assertThatThrownBy(grains::status).isInstanceOf(GrainUnavailableException.class);
    assertThatThrownBy(() -> grains.inspect(Counter.class, "1", true).toCompletableFuture().join())
        .hasCauseInstanceOf(GrainUnavailableException.class);
    assertThatThrownBy(() -> grains.deactivate(Counter.class, "1").toCompletableFuture().join())
        .hasCauseInstanceOf(GrainUnavailableException.class);
  }

  @Test
  void closesOnce() {
    Grains grains = start();

    grains.close();
    grains.close();

    assertThatThrownBy(grains::status).isInstanceOf(GrainUnavailableException.class);
  }
}
