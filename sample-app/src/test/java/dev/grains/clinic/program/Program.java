package dev.grains.clinic.program;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The script {@code clinic}, running in a directory of its own. Killed when it is closed. */
final class Program implements AutoCloseable {

  private static final Path MODULE = Path.of("").toAbsolutePath();
  private static final Path TARGET =
      Path.of(System.getProperty("clinic.target", MODULE.resolve("target").toString()));

  private final Process process;
  private final Path out;
  private final Path err;

  private Program(Process process, Path out, Path err) {
    this.process = process;
    this.out = out;
    this.err = err;
  }

  static Program start(Path directory, String... arguments) throws IOException {
    Path out = Files.createTempFile(directory, "out", ".txt");
    Path err = Files.createTempFile(directory, "err", ".txt");
    List<String> command = new ArrayList<>();
    command.add(MODULE.resolve("clinic").toString());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().put("CLINIC_JAR", TARGET.resolve("clinic.jar").toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return new Program(
        builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start(), out, err);
  }

  /** Runs a command to its end, which must be a good one. */
  static Program run(Path directory, String... arguments) throws Exception {
    try (Program program = start(directory, arguments)) {
      assertThat(program.exitCode(Duration.ofMinutes(5))).as(program.toString()).isZero();
      return program;
    }
  }

  int exitCode(Duration patience) throws InterruptedException {
    assertThat(process.waitFor(patience.toSeconds(), TimeUnit.SECONDS))
        .as("the end of %s", this)
        .isTrue();
    return process.exitValue();
  }

  /** The processes that it has started, that are still there and whose command ends like this. */
  List<ProcessHandle> children(String end) {
    return process
        .descendants()
        .filter(child -> child.info().commandLine().orElse("").endsWith(end))
        .toList();
  }

  /** Kills the program alone, as SIGKILL does. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    exitCode(Duration.ofSeconds(30));
  }

  /** Ends the program as a terminal or an operating system does. */
  void interrupt() {
    process.destroy();
  }

  boolean alive() {
    return process.isAlive();
  }

  String out() throws IOException {
    return Files.readString(out, UTF_8);
  }

  String err() throws IOException {
    return Files.readString(err, UTF_8);
  }

  /** The last line that it has written, as JSON. */
  JsonNode json() throws IOException {
    return JsonMapper.shared().readTree(out().lines().reduce("", (before, line) -> line));
  }

  @Override
  public void close() {
    Stream.concat(process.descendants(), Stream.of(process.toHandle()))
        .forEach(ProcessHandle::destroyForcibly);
  }

  @Override
  public String toString() {
    try {
      return process.info().commandLine().orElse("clinic") + "\n" + out() + "\n" + err();
    } catch (IOException e) {
      return e.toString();
    }
  }
}
