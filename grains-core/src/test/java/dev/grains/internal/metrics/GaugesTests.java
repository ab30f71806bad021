package dev.grains.internal.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class GaugesTests {

  private final MeterRegistry registry = new SimpleMeterRegistry();

  private Gauges active(MeterRegistry registry, int value) {
    Gauges gauges = new Gauges(registry);
    gauges.add("grains.active", "Activations in memory", () -> value, "type", "account");
    return gauges;
  }

  private static double value(MeterRegistry registry) {
    return registry.get("grains.active").tag("type", "account").gauge().value();
  }

  @Test
  void goWithTheirRuntime() {
    Gauges gauges = active(registry, 1);

    gauges.close();

    assertThat(registry.getMeters()).isEmpty();
  }

  @Test
  void areThoseOfTheRuntimeThatStartedLast() {
    active(registry, 1);
    active(registry, 2);

    assertThat(value(registry)).isEqualTo(2);
  }

  @Test
  void stayWhenAnEarlierRuntimeCloses() {
    Gauges first = active(registry, 1);
    active(registry, 2);

    first.close();

    assertThat(value(registry)).isEqualTo(2);
  }

  @Test
  void leaveGaugesOfOtherTagsAlone() {
    Gauges first = active(registry, 1);
    Gauges second = new Gauges(registry);
    second.add("grains.active", "Activations in memory", () -> 7, "type", "order");

    second.close();

    assertThat(value(registry)).isOne();
    first.close();
    assertThat(registry.getMeters()).isEmpty();
  }

  @Test
  void addedAfterTheCloseDoNotStay() {
    Gauges gauges = active(registry, 1);
    gauges.close();

    gauges.add("grains.lanes", "Lanes with an unanswered batch", () -> 1);

    assertThat(registry.getMeters()).isEmpty();
  }

  @Test
  void goFromTheRegistriesOfAComposite() {
    CompositeMeterRegistry composite = new CompositeMeterRegistry();
    composite.add(registry);
    Gauges gauges = active(composite, 3);
    assertThat(value(registry)).isEqualTo(3);

    gauges.close();

    assertThat(registry.getMeters()).isEmpty();
  }
}
