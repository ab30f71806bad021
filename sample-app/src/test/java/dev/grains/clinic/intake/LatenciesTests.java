package dev.grains.clinic.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatenciesTests {

  private final Latencies latencies = new Latencies();

  @Test
  void knowsQuantiles() {
    for (long micros = 1; micros <= 100_000; micros++) {
      latencies.add(micros);
    }

    assertThat(latencies.quantile(0.5)).isCloseTo(50_000, withinPercentage(3.2));
    assertThat(latencies.quantile(0.99)).isCloseTo(99_000, withinPercentage(3.2));
    assertThat(latencies.quantile(0)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 63, 64, 65, 1_000, 123_456_789, 3_600_000_000_000L})
  void saysNoLessThanItWasAndLittleMore(long micros) {
    latencies.add(micros);

    assertThat(latencies.quantile(1)).isBetween(micros, micros + micros / 31);
  }

  @Test
  void knowsNothingWithoutCalls() {
    assertThat(latencies.quantile(0.99)).isZero();
  }
}
