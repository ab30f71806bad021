package dev.grains.benchmarks.jmh;

import dev.grains.benchmarks.process.JvmCommand;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** JMH with the flags that every measured JVM of this module has, and those of its user. */
public final class JmhRun {

  private JmhRun() {}

  /**
   * Runs benchmarks.
   *
   * @param arguments those of JMH: the names of the benchmarks, {@code -p}, {@code -f}, ...
   * @throws CommandLineOptionException if JMH does not understand the arguments
   * @throws IOException if the help cannot be shown
   * @throws RunnerException if a benchmark fails
   */
  public static void main(String[] arguments)
      throws CommandLineOptionException, IOException, RunnerException {
    CommandLineOptions options = new CommandLineOptions(arguments);
    if (options.shouldHelp()) {
      options.showHelp();
      return;
    }
    List<String> flags = new ArrayList<>(JvmCommand.allFlags());
    flags.addAll(options.getJvmArgsAppend().orElse(List.of()));
    new Runner(
            new OptionsBuilder()
                .parent(options)
                .shouldFailOnError(true)
                .jvmArgsAppend(flags.toArray(String[]::new))
                .build())
        .run();
  }
}
