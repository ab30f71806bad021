package dev.grains.benchmarks.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a further JVM is started.
 *
 * @param java the {@code java} program
 * @param classpath the class path
 * @param flags the flags of the JVM
 */
public record JvmCommand(Path java, String classpath, List<String> flags) {

  /** Few words on standard error, and what Hazelcast asks for at its start. */
  private static final List<String> COMMON_FLAGS =
      List.of(
          "-Dlogback.configurationFile=benchmark-logback.xml",
          "--add-modules=java.se",
          "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
          "--add-opens=java.management/sun.management=ALL-UNNAMED",
          "--add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED");

  /**
   * The flags of every JVM that is measured. Where the common pool has parallelism 1, futures of
   * Hazelcast and Scala start a thread for each completion; two is the least that avoids it.
   */
  public static final List<String> MEASURED_FLAGS =
      List.of(
          "-Xms1g",
          "-Xmx1g",
          "-Djava.util.concurrent.ForkJoinPool.common.parallelism=2",
          "-Daxoniq.update-checker.disabled=true");

  /** Copies the flags. */
  public JvmCommand {
    flags = List.copyOf(flags);
  }

  /**
   * Returns a command for a JVM like this one, with the flags of those that are measured.
   *
   * @return the command
   */
  public static JvmCommand likeThisOne() {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new JvmCommand(java, System.getProperty("java.class.path"), MEASURED_FLAGS);
  }

  /**
   * Returns a command with other flags.
   *
   * @param others the flags instead of these
   * @return the command
   */
  public JvmCommand withFlags(List<String> others) {
    return new JvmCommand(java, classpath, others);
  }

  /**
   * Returns all flags of a JVM that is measured.
   *
   * @return the flags
   */
  public static List<String> allFlags() {
    return Stream.concat(MEASURED_FLAGS.stream(), COMMON_FLAGS.stream()).toList();
  }

  /**
   * Returns the command line that runs a class.
   *
   * @param main the class with the {@code main} method
   * @param arguments its arguments
   * @return the words of the command line
   */
  List<String> line(Class<?> main, List<String> arguments) {
    List<String> line = new ArrayList<>();
    line.add(java.toString());
    line.addAll(flags);
    line.addAll(COMMON_FLAGS);
    line.add("-cp");
    line.add(classpath);
    line.add(main.getName());
    line.addAll(arguments);
    return line;
  }
}
