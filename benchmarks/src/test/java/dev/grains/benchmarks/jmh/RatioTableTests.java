package dev.grains.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RatioTableTests {

  private static final RatioQuestion QUESTION =
      new RatioQuestion("local", "LocalCallBenchmark.command256", "grains", "hazelcast", 0.80);

  @Test
  void showsTheMedianOfTheRatiosOfThePasses() {
    List<RatioPair> passes =
        List.of(new RatioPair(90, 100), new RatioPair(100, 50), new RatioPair(60, 120));

    assertThat(RatioTable.of(Map.of(QUESTION, passes), 700, "Here."))
        .startsWith("Here.")
        .contains("| local | 90 | 100 | 0.80 | 0.50 | 0.90 | 2.00 | met |");
  }

  @Test
  void saysWhatWasMissed() {
    assertThat(RatioTable.of(Map.of(QUESTION, List.of(new RatioPair(79, 100))), 1_025, ""))
        .contains("| 0.80 | 0.79 | 0.79 | 0.79 | **missed** |")
        .contains("| at most 1,024 bytes | | 1,025 bytes | | **missed** |");
  }
}
