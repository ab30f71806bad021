package dev.grains.benchmarks.run;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a run took place.
 *
 * @param processor the model of the processor
 * @param cores how many of its cores there are
 * @param memoryMebibytes how much memory there is
 * @param system the operating system
 * @param jdk the JDK
 */
public record Machine(
    String processor, int cores, long memoryMebibytes, String system, String jdk) {

  /**
   * Looks at this machine.
   *
   * @return the machine
   */
  public static Machine here() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return new Machine(
        processorName(),
        Runtime.getRuntime().availableProcessors(),
        system.getTotalMemorySize() >> 20,
        System.getProperty("os.name")
            + " "
            + System.getProperty("os.version")
            + " "
            + System.getProperty("os.arch"),
        System.getProperty("java.vm.vendor") + " " + Runtime.version());
  }

  /**
   * Describes the machine in a line.
   *
   * @return the line
   */
  public String line() {
    return "%s, %d cores, %,d MiB, %s, JDK %s"
        .formatted(processor, cores, memoryMebibytes, system, jdk);
  }

  private static String processorName() {
    Path file = Path.of("/proc/cpuinfo");
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException e) {
      return "unknown";
    }
  }
}
