package dev.grains.benchmarks.run;

import dev.grains.benchmarks.process.Postgres;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Runs the comparison, heat by heat, and writes the report.
 *
 * <p>Command: {@code benchmarks/run [--quick] [peer...]}.
 */
public final class Run {

  private final RunOptions options;
  private final List<Measurement> measurements = new ArrayList<>();

  private Run(RunOptions options) {
    this.options = options;
  }

  /**
   * Runs the comparison and writes the report.
   *
   * @param arguments the options
   * @throws Exception if any contender fails: a report without it would mislead
   */
  public static void main(String[] arguments) throws Exception {
    RunOptions options;
    try {
      options = RunOptions.parse(List.of(arguments));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n" + RunOptions.USAGE);
      System.exit(2);
      return;
    }
    new Run(options).run("benchmarks/run " + String.join(" ", arguments));
  }

  private void run(String command) throws Exception {
    long begin = System.nanoTime();
    List<Entrant> entrants = entrants();
    Jvms jvms = Jvms.of(options);
    for (Heat heat : Heat.values()) {
      heat.run(heat.entrants(entrants), options.pace(), jvms, this::add);
    }
    String date = LocalDate.now().toString();
    String name = options.peers().isEmpty() ? date : date + "-" + String.join("-", options.peers());
    System.out.println("written: " + ReportFiles.write(options, name, results(date, command)));
    System.out.printf("took %.1f minutes%n", (System.nanoTime() - begin) / 60e9);
  }

  private List<Entrant> entrants() {
    List<Entrant> entrants = new ArrayList<>(options.entrants());
    if (options.axon5Java().isEmpty() && entrants.removeIf(Entrant::apart)) {
      System.out.println("axon5 is left out: it needs JDK 21 or later, named by AXON5_JAVA_HOME");
    }
    return entrants;
  }

  private void add(Measurement m) {
    measurements.add(m);
    System.out.printf(
        "round %d  %-24s %-20s %,12.0f /s  p50 %,10.1f µs  p99 %,10.1f µs%n",
        m.round(),
        m.entrant(),
        m.workload(),
        m.perSecond(),
        m.p50Nanos() / 1e3,
        m.p99Nanos() / 1e3);
  }

  private Results results(String date, String command) throws IOException {
    return new Results(
        date,
        options.commit(),
        command,
        Machine.here(),
        versions(),
        options.jvmFlags(),
        Postgres.SETTINGS,
        options.pace(),
        new Summaries(measurements).outcomes(),
        List.copyOf(measurements));
  }

  private static Map<String, String> versions() throws IOException {
    Properties versions = new Properties();
    try (InputStream in = Run.class.getResourceAsStream("/benchmark-versions.properties")) {
      versions.load(in);
    }
    return versions.stringPropertyNames().stream()
        .collect(Collectors.toMap(name -> name, versions::getProperty));
  }
}
