package dev.grains.clinic.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows all patients together. */
@Command(name = "stats", description = "Counts patients, observations, names and diagnoses.")
final class StatsCommand implements Callable<Integer> {

  private static final int TOP = 15;

  @Spec private CommandSpec spec;
  @Mixin private StoreOptions store;
  @Mixin private OutputOptions output;

  @Option(names = "--svg", paramLabel = "FILE", description = "Write a chart as well.")
  private @Nullable Path svg;

  @Override
  public Integer call() {
    OutputFile picture = svg == null ? null : OutputFile.check(svg, null);
    Statistics statistics;
    try (OpenClinic clinic = OpenClinic.with(store)) {
      statistics = Statistics.of(clinic.grains());
    }
    PrintWriter out = spec.commandLine().getOut();
    List<Bars> charts =
        List.of(
            Bars.of("observations by name", statistics.names(), TOP),
            Bars.of("patients by diagnosis", statistics.diagnoses(), TOP));
    if (picture != null) {
      SvgChart.write(picture, charts);
    }
    if (output.json()) {
      Report.line(out, statistics);
      return 0;
    }
    out.printf(Locale.ROOT, "patients      %,12d%n", statistics.patients());
    out.printf(Locale.ROOT, "observations  %,12d%n", statistics.observations());
    charts.forEach(chart -> chart.print(out, block()));
    out.flush();
    return 0;
  }

  private static char block() {
    char block = '\u2588';
    String encoding = System.getProperty("stdout.encoding", System.getProperty("native.encoding"));
    return Charset.forName(encoding).newEncoder().canEncode(block) ? block : '#';
  }
}
