package dev.grains.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MarkdownReportTests {

  @Test
  void showsLowestMedianAndHighestOfAllRounds() {
    List<Measurement> measurements =
        List.of(measured("pekko", 1, 300), measured("pekko", 2, 100), measured("pekko", 3, 200));

    assertThat(report(measurements))
        .contains("### Command in memory, local, 256 in flight")
        .contains("| Pekko sharding, ask | 100 | 200 | 300 | 5.0 | 9.0 | – |");
  }

  @Test
  void putsTheFastestFirst() {
    List<Measurement> measurements =
        List.of(measured("hazelcast", 1, 10), measured("pekko", 1, 20));

    assertThat(report(measurements)).containsSubsequence("| Pekko", "| Hazelcast");
  }

  @Test
  void holdsTheMedianOfTheRatiosOfTheRoundsAgainstTheTarget() {
    List<Measurement> measurements =
        List.of(
            measured("grains", 1, 90),
            measured("pekko", 1, 100),
            measured("grains", 2, 200),
            measured("pekko", 2, 100),
            measured("grains", 3, 50),
            measured("pekko", 3, 100));

    assertThat(report(measurements))
        .contains(
            "| Grains @NonBlocking | Pekko sharding, ask | 0.80 | 0.50 | 0.90 | 2.00 | met |");
  }

  @Test
  void saysThatTargetWasMissed() {
    List<Measurement> measurements =
        List.of(measured("grains", 1, 50), measured("hazelcast", 1, 100));

    assertThat(report(measurements)).contains("| 0.80 | 0.50 | 0.50 | 0.50 | **missed** |");
  }

  @Test
  void namesWhoIsAheadOfGrains() {
    List<Measurement> measurements =
        List.of(
            measured("grains", 1, 50), measured("grains-field", 1, 90), measured("pekko", 1, 80));

    assertThat(report(measurements))
        .contains("- command in memory, local, 256 in flight: Pekko sharding, ask\n");
  }

  @Test
  void fillsTheMarkedPlaceOfThePage() {
    String page = "a\n<!-- measured: begin -->\nold\n<!-- measured: end -->\nb\n";

    assertThat(ReportFiles.replaced(page, "new\n"))
        .isEqualTo("a\n<!-- measured: begin -->\nnew\n<!-- measured: end -->\nb\n");
  }

  private static Measurement measured(String entrant, int round, long perSecond) {
    return new Measurement(
        entrant, Workload.COUNTER_LOCAL_256, round, perSecond, 1_000_000_000L, 5_000, 9_000);
  }

  private static String report(List<Measurement> measurements) {
    Machine machine = new Machine("a processor", 2, 4_096, "a system", "a JDK");
    return MarkdownReport.of(
        new Results(
            "2026-01-01",
            "abc",
            "benchmarks/run",
            machine,
            Map.of("pekko", "1"),
            List.of("-Xmx1g"),
            Map.of("fsync", "on"),
            Pace.FULL,
            new Summaries(measurements).outcomes(),
            measurements));
  }
}
