package dev.grains.benchmarks.scale;

import dev.grains.benchmarks.run.Machine;
import java.util.List;

/** Writes the figures of the scale run as a table. */
final class ScaleTable {

  private ScaleTable() {}

  static String of(List<ScaleFigure> figures, String commit) {
    StringBuilder table = new StringBuilder();
    table
        .append("Scale run at commit `")
        .append(commit)
        .append("`, ")
        .append(Machine.here().line());
    table.append(
        """


        Pass 1 creates the grains in order, pass 2 touches each again, scattered; 256 calls in
        flight from one member, after a warm-up on 1,000 others. Heap and collector are those of that
        member.

        | store | members | grains | max-active | pass | touches /s | p99 ms | active | heap MiB | GC ms |
        | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: |
        """);
    figures.forEach(figure -> table.append(row(figure)));
    return table.toString();
  }

  static String row(ScaleFigure figure) {
    ScaleCase setting = figure.setting();
    return "| %s | %d | %,d | %,d | %d | %,d | %.1f | %,d | %,d | %,d |%n"
        .formatted(
            setting.store(),
            setting.members(),
            setting.patients(),
            setting.maxActive(),
            figure.pass(),
            figure.perSecond(),
            figure.p99Micros() / 1e3,
            figure.active(),
            figure.heapMebibytes(),
            figure.gcMillis());
  }
}
