package dev.grains.benchmarks.run;

import dev.grains.benchmarks.process.JvmCommand;
import dev.grains.benchmarks.process.Postgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Runs the comparison: round after round, everybody has a turn in each, and another one begins
 * each.
 *
 * <p>Command: {@code benchmarks/run [--quick] [peer...]}.
 */
public final class Run {

  private final RunOptions options;
  private final Path logs;
  private final List<Measurement> measurements = new ArrayList<>();

  private Run(RunOptions options) {
    this.options = options;
    this.logs = options.root().resolve("benchmarks/target/logs");
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
    List<Entrant> entrants = new ArrayList<>(options.entrants());
    entrants.removeIf(entrant -> jvm(entrant).isEmpty());
    for (int round = 1; round <= options.pace().rounds(); round++) {
      for (Entrant entrant : entrants) {
        measurements.addAll(trial(entrant, round));
      }
      Collections.rotate(entrants, -1);
    }
    String date = LocalDate.now().toString();
    String name = options.peers().isEmpty() ? date : date + "-" + String.join("-", options.peers());
    System.out.println("written: " + ReportFiles.write(options, name, results(date, command)));
  }

  private List<Measurement> trial(Entrant entrant, int round) throws Exception {
    JvmCommand jvm = jvm(entrant).orElseThrow();
    List<Measurement> turn = new Trial(entrant, round, options.pace(), jvm, logs).run();
    for (Measurement m : turn) {
      System.out.printf(
          "round %d  %-24s %-20s %,12.0f /s  p50 %,10.1f µs  p99 %,10.1f µs%n",
          round, entrant.id(), m.workload(), m.perSecond(), m.p50Nanos() / 1e3, m.p99Nanos() / 1e3);
    }
    return turn;
  }

  private Optional<JvmCommand> jvm(Entrant entrant) {
    if (!entrant.apart()) {
      return Optional.of(JvmCommand.likeThisOne().withFlags(options.jvmFlags()));
    }
    if (options.axon5Java().isEmpty()) {
      System.out.println("axon5 is left out: it needs JDK 21 or later, named by AXON5_JAVA_HOME");
      return Optional.empty();
    }
    Path java = Path.of(options.axon5Java());
    return Optional.of(new JvmCommand(java, options.axon5Classpath(), options.jvmFlags()));
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
