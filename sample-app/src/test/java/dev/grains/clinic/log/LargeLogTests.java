package dev.grains.clinic.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class LargeLogTests {

  @TempDir Path directory;

  @Test
  @Timeout(400)
  void isPutInOrderInAMemoryThatItIsFarTooLargeFor() throws Exception {
    Path output = directory.resolve("output.txt");
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx24m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LargeLog.class.getName(),
                "600000",
                directory.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      assertThat(program.waitFor(5, TimeUnit.MINUTES)).isTrue();
      assertThat(output).hasContent("600000 of 600000");
    } finally {
      program.destroyForcibly();
    }
    try (var files = Files.list(directory)) {
      assertThat(files).containsExactly(output);
    }
  }
}
