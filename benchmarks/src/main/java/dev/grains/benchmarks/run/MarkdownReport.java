package dev.grains.benchmarks.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the results as tables, one for each workload, the fastest first. */
final class MarkdownReport {

  private final Results results;
  private final StringBuilder out = new StringBuilder();

  private MarkdownReport(Results results) {
    this.results = results;
  }

  static String of(Results results) {
    return new MarkdownReport(results).write();
  }

  private String write() {
    origin();
    for (Workload workload : Workload.values()) {
      List<Summary> summaries = summaries(workload);
      if (!summaries.isEmpty()) {
        table(workload, summaries);
      }
    }
    return out.toString();
  }

  private void origin() {
    line("Measured on %s at commit `%s`.", results.date(), results.commit());
    line("");
    line("- command: `%s`", results.command());
    line("- machine: %s", results.machine().line());
    line("- JVM flags: `%s`", String.join(" ", results.flags()));
    line("- versions: %s", list(results.versions()));
    line("- PostgreSQL: %s", list(results.database()));
    Pace pace = results.pace();
    line(
        "- rounds: %d, each workload %.1f s after a warm-up of %.1f s, in fresh JVMs",
        pace.rounds(), pace.measured().toMillis() / 1e3, pace.warmup().toMillis() / 1e3);
    line("");
  }

  private void table(Workload workload, List<Summary> summaries) {
    Optional<Summary> grains =
        summaries.stream().filter(summary -> summary.entrant().reference()).findFirst();
    line("### %s", workload.title());
    line("");
    line("| contender | min /s | median /s | max /s | p50 µs | p99 µs | grains / this |");
    line("| --- | --: | --: | --: | --: | --: | --: |");
    for (Summary summary : summaries) {
      line(
          "| %s | %,.0f | %,.0f | %,.0f | %,.1f | %,.1f | %s |",
          summary.entrant().title(),
          summary.min(),
          summary.median(),
          summary.max(),
          summary.p50Micros(),
          summary.p99Micros(),
          grains.map(g -> "%.2f".formatted(g.median() / summary.median())).orElse("–"));
    }
    line("");
  }

  private List<Summary> summaries(Workload workload) {
    List<Summary> summaries = new ArrayList<>();
    for (Entrant entrant : Entrants.ALL) {
      List<Measurement> measurements =
          results.measurements().stream()
              .filter(m -> m.workload() == workload && m.entrant().equals(entrant.id()))
              .toList();
      if (!measurements.isEmpty()) {
        summaries.add(Summary.of(entrant, measurements));
      }
    }
    summaries.sort(Comparator.comparingDouble(Summary::median).reversed());
    return summaries;
  }

  private static String list(Map<String, String> values) {
    return String.join(
        ", ",
        values.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .toList());
  }

  private void line(String format, Object... values) {
    out.append(format.formatted(values)).append('\n');
  }
}
