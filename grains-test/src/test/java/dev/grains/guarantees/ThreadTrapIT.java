package dev.grains.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * On a machine with two processors, where the common pool has a parallelism of 1, no call starts a
 * thread for its completion.
 */
class ThreadTrapIT {

  private static final long FEW = 300;

  @Test
  void tenThousandCallsStartFewThreads(@TempDir Path directory) throws Exception {
    Path output = directory.resolve("output.txt");
    Process process =
        new ProcessBuilder(command())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(process.waitFor(100, TimeUnit.SECONDS)).as("ended: %s", tail(output)).isTrue();
    } finally {
      process.destroyForcibly();
    }

    String text = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(text).contains(ThreadCount.ANSWER);
    String count = text.substring(text.indexOf(ThreadCount.ANSWER) + ThreadCount.ANSWER.length());
    assertThat(Long.parseLong(count.lines().findFirst().orElseThrow().trim()))
        .as("threads started during 10,000 calls")
        .isLessThan(FEW);
  }

  private static List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.util.concurrent.ForkJoinPool.common.parallelism=1");
    command.add("-Xmx512m");
    command.add("-cp");
    command.add(classPath());
    command.add(ThreadCount.class.getName());
    return command;
  }

  private static String classPath() {
    String surefire = System.getProperty("surefire.test.class.path");
    return surefire == null ? System.getProperty("java.class.path") : surefire;
  }

  private static String tail(Path output) throws IOException {
    String text = Files.exists(output) ? Files.readString(output) : "";
    return text.substring(Math.max(0, text.length() - 2_000)) + File.separator;
  }
}
