package dev.grains.benchmarks.jmh;

import dev.grains.benchmarks.process.JvmCommand;
import dev.grains.benchmarks.run.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What share of the speed of Hazelcast do grains keep, and how many bytes does an activation take?
 *
 * <p>JMH runs all forks of one contender before the next; here every pass has one fork of each, so
 * that a ratio is taken from two forks that ran one after the other. Command: {@code
 * benchmarks/ratios [PASSES]}, about 4 minutes for each of 3 passes.
 */
public final class Ratios {

  private static final int PASSES = 3;

  private final Map<RatioQuestion, List<RatioPair>> pairs = new LinkedHashMap<>();
  private final Map<String, Double> scores = new LinkedHashMap<>();

  private Ratios() {}

  /**
   * Runs the benchmarks and writes the table.
   *
   * @param arguments the number of passes, 3 if left out
   * @throws RunnerException if a benchmark fails
   * @throws IOException if the table cannot be written
   */
  public static void main(String[] arguments) throws RunnerException, IOException {
    int passes = arguments.length == 0 ? PASSES : Integer.parseInt(arguments[0]);
    Ratios ratios = new Ratios();
    for (int pass = 1; pass <= passes; pass++) {
      ratios.pass(pass);
    }
    ratios.write(passes, ratios.bytesPerActivation());
  }

  private void pass(int pass) throws RunnerException {
    scores.clear();
    for (RatioQuestion question : RatioQuestion.ALL) {
      RatioPair pair =
          new RatioPair(
              score(question.benchmark(), question.grains()),
              score(question.benchmark(), question.raw()));
      pairs.computeIfAbsent(question, key -> new ArrayList<>()).add(pair);
      System.out.printf("pass %d  %-32s %s%n", pass, question.benchmark(), pair);
    }
  }

  /** Measures a contender, or returns what this pass has measured already. */
  private double score(String benchmark, String contender) throws RunnerException {
    String key = benchmark + " " + contender;
    Double known = scores.get(key);
    if (known == null) {
      known = run(benchmark, contender).iterator().next().getPrimaryResult().getScore();
      scores.put(key, known);
    }
    return known;
  }

  private static Collection<RunResult> run(String benchmark, String contender)
      throws RunnerException {
    return new Runner(
            new OptionsBuilder()
                .include(benchmark.replace(".", "\\.") + "$")
                .param("contender", contender)
                .forks(1)
                .warmupIterations(5)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .jvmArgsAppend(JvmCommand.allFlags().toArray(String[]::new))
                .build())
        .run();
  }

  private long bytesPerActivation() throws RunnerException {
    RunResult heap =
        new Runner(
                new OptionsBuilder()
                    .include(ActivationHeapBenchmark.class.getSimpleName())
                    .param("contender", "grains")
                    .measurementIterations(1)
                    .verbosity(VerboseMode.SILENT)
                    .shouldFailOnError(true)
                    .jvmArgsAppend(JvmCommand.allFlags().toArray(String[]::new))
                    .build())
            .runSingle();
    return Math.round(heap.getSecondaryResults().get("bytesPerActivation").getScore());
  }

  private void write(int passes, long bytes) throws IOException {
    String table =
        RatioTable.of(
            pairs,
            bytes,
            "Measured by `benchmarks/ratios %d` on %s at commit `%s`.\n\n- machine: %s\n- JVM flags: `%s`"
                .formatted(
                    passes,
                    LocalDate.now(),
                    System.getProperty("benchmark.commit", "unknown"),
                    Machine.here().line(),
                    String.join(" ", JvmCommand.MEASURED_FLAGS)));
    Path file = Path.of("results", "ratios-" + LocalDate.now() + ".md");
    Files.createDirectories(file.getParent());
    Files.writeString(file, table);
    System.out.println(table + "\nwritten: benchmarks/" + file);
  }
}
