package dev.grains.clinic.cli;

import dev.grains.clinic.intake.Summary;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The figures that a command ends with: a table for people, a line of JSON for programs. */
final class Report {

  private final Map<String, Object> figures = new LinkedHashMap<>();

  static Report of(Summary summary) {
    return new Report()
        .with("rows", summary.rows())
        .with("recorded", summary.recorded())
        .with("duplicates", summary.duplicates())
        .with("rejected", summary.rejected())
        .with("patients", summary.patients())
        .with("seconds", Math.round(summary.seconds() * 1000) / 1000.0)
        .with("commandsPerSecond", summary.commandsPerSecond())
        .with("p50Micros", summary.p50Micros())
        .with("p99Micros", summary.p99Micros());
  }

  Report with(String name, Object figure) {
    figures.put(name, figure);
    return this;
  }

  void table(PrintWriter out) {
    figures.forEach((name, figure) -> out.printf(Locale.ROOT, "%-18s %12s%n", name, text(figure)));
    out.flush();
  }

  private static String text(Object figure) {
    return figure instanceof Long number
        ? String.format(Locale.ROOT, "%,d", number)
        : String.valueOf(figure);
  }

  void json(PrintWriter out) {
    line(out, figures);
  }

  /** Writes a value as one line of JSON. */
  static void line(PrintWriter out, Object value) {
    out.println(JsonMapper.shared().writeValueAsString(value));
    out.flush();
  }
}
