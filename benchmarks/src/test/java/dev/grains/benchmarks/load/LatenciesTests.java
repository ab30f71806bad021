package dev.grains.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LatenciesTests {

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 31, 32, 33, 63, 64, 1_000, 123_456_789, Long.MAX_VALUE})
  void keepsSingleValueToThreePercent(long nanos) {
    Latencies latencies = new Latencies();

    latencies.record(nanos);

    assertThat(latencies.percentile(0.5)).isCloseTo(nanos, Percentage.withPercentage(3.2));
  }

  @Test
  void findsPercentiles() {
    Latencies latencies = new Latencies();

    LongStream.rangeClosed(1, 10_000).forEach(latencies::record);

    assertThat(latencies.percentile(0.5)).isCloseTo(5_000, within(160L));
    assertThat(latencies.percentile(0.99)).isCloseTo(9_900, within(320L));
    assertThat(latencies.percentile(1)).isGreaterThanOrEqualTo(10_000);
  }

  @Test
  void isZeroWithoutValues() {
    assertThat(new Latencies().percentile(0.99)).isZero();
  }
}
