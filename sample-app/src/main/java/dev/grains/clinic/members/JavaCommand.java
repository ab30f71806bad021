package dev.grains.clinic.members;

import dev.grains.clinic.ClinicApplication;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How this program starts itself once more. */
final class JavaCommand {

  // several members share a machine
  private static final List<String> FLAGS = List.of("-Xmx512m", "-XX:+UseSerialGC");

  /** A terminal interrupts members, too; the program that has started them tells them to go. */
  private static final List<String> DEAF_TO_CTRL_C =
      List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "clinic-member");

  /** From this version on JVMs warn about what Hazelcast uses, on standard error. */
  private static final int WARNS_OF_UNSAFE = 24;

  private static final String LOG_LEVEL = "clinic.log";

  private JavaCommand() {}

  static List<String> of(String... arguments) {
    List<String> command = new ArrayList<>(DEAF_TO_CTRL_C);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    if (Runtime.version().feature() >= WARNS_OF_UNSAFE) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.add("-D" + LOG_LEVEL + "=" + System.getProperty(LOG_LEVEL, "ERROR"));
    String classPath = classPath();
    if (classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator)) {
      command.addAll(List.of("-jar", classPath));
    } else {
      command.addAll(List.of("-cp", classPath, ClinicApplication.class.getName()));
    }
    command.addAll(List.of(arguments));
    return command;
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(part -> Path.of(part).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
