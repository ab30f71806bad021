package dev.grains.benchmarks.run;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the results: the targets, who is ahead of Grains, and a table for each workload. */
final class MarkdownReport {

  private final Results results;
  private final Summaries summaries;
  private final StringBuilder out = new StringBuilder();

  private MarkdownReport(Results results) {
    this.results = results;
    this.summaries = new Summaries(results.measurements());
  }

  static String of(Results results) {
    return new MarkdownReport(results).write();
  }

  private String write() {
    origin();
    targets();
    ahead();
    for (Workload workload : Workload.values()) {
      List<Summary> rows = summaries.of(workload);
      if (!rows.isEmpty()) {
        table(workload, rows);
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
        "- pace: a warm-up of %.1f s for each row, then %d rounds of %.1f s each, after %.1f s that"
            + " do not count",
        seconds(pace.warmup()), pace.rounds(), seconds(pace.measured()), seconds(pace.settle()));
    line("");
  }

  private void targets() {
    List<Target.Outcome> outcomes = summaries.outcomes();
    if (outcomes.isEmpty()) {
      return;
    }
    line("### Targets");
    line("");
    line("| row | ratio of | to | target | lowest round | median | highest round | |");
    line("| --- | --- | --- | --: | --: | --: | --: | --- |");
    for (Target.Outcome outcome : outcomes) {
      Target target = outcome.target();
      Ratio ratio = outcome.ratio();
      line(
          "| %s | %s | %s | %s | %s | %s | %s | %s |",
          target.workload().title(),
          Entrants.of(target.entrant()).title(),
          Entrants.of(target.against()).title(),
          times(target.least()),
          times(ratio.min()),
          times(ratio.median()),
          times(ratio.max()),
          outcome.met() ? "met" : "**missed**");
    }
    line("");
  }

  private void ahead() {
    line("### Where another is ahead of Grains");
    line("");
    boolean none = true;
    for (Workload workload : Workload.values()) {
      List<Summary> rows = summaries.of(workload);
      String faster =
          reference(rows).stream()
              .flatMap(grains -> rows.stream().filter(row -> beats(row, grains)))
              .map(row -> row.entrant().title())
              .collect(Collectors.joining("; "));
      if (!faster.isEmpty()) {
        line("- %s: %s", workload.title(), faster);
        none = false;
      }
    }
    line(none ? "Nowhere in this run.%n" : "");
  }

  private static boolean beats(Summary row, Summary grains) {
    return !row.entrant().peer().equals("grains")
        && Ratio.of(grains, row).map(ratio -> ratio.median() < 1).orElse(false);
  }

  private void table(Workload workload, List<Summary> rows) {
    Optional<Summary> grains = reference(rows);
    line("### %s", capitalized(workload.title()));
    line("");
    line("| contender | min /s | median /s | max /s | p50 µs | p99 µs | grains / this |");
    line("| --- | --: | --: | --: | --: | --: | --: |");
    for (Summary row : rows) {
      line(
          "| %s | %,.0f | %,.0f | %,.0f | %,.1f | %,.1f | %s |",
          row.entrant().title(),
          row.min(),
          row.median(),
          row.max(),
          row.p50Micros(),
          row.p99Micros(),
          grains.flatMap(g -> Ratio.of(g, row)).map(r -> times(r.median())).orElse("–"));
    }
    line("");
  }

  private static Optional<Summary> reference(List<Summary> rows) {
    return rows.stream().filter(row -> row.entrant().reference()).findFirst();
  }

  private static String times(double ratio) {
    return String.format(Locale.ROOT, ratio < 10 ? "%.2f" : "%,.0f", ratio);
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1e3;
  }

  private static String capitalized(String title) {
    return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
  }

  private static String list(Map<String, String> values) {
    return values.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  private void line(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
