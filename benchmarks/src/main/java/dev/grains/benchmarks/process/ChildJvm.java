package dev.grains.benchmarks.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A further JVM. It speaks in lines on its standard output; it ends when its standard input does,
 * so that it never outlives the one that started it. Confined to one thread.
 */
public final class ChildJvm implements AutoCloseable {

  private static final long SECONDS_TO_END = 30;

  private final Process process;
  private final Path log;
  private final BufferedReader lines;

  private ChildJvm(Process process, Path log) {
    this.process = process;
    this.log = log;
    this.lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /**
   * Starts a JVM.
   *
   * @param command how it is started
   * @param log where its standard error goes
   * @param main the class with the {@code main} method
   * @param arguments its arguments
   * @return the running process
   * @throws IOException if it cannot be started
   */
  public static ChildJvm start(JvmCommand command, Path log, Class<?> main, List<String> arguments)
      throws IOException {
    Files.createDirectories(log.toAbsolutePath().getParent());
    Process process =
        new ProcessBuilder(command.line(main, arguments)).redirectError(log.toFile()).start();
    return new ChildJvm(process, log);
  }

  /**
   * Waits for the next line that begins with a word.
   *
   * @param word the word
   * @return the rest of the line, or null when the process has ended without it
   * @throws IOException if its output cannot be read
   */
  public @Nullable String next(String word) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.startsWith(word + " ")) {
      line = lines.readLine();
    }
    return line == null ? null : line.substring(word.length() + 1);
  }

  /**
   * Waits for the next line that begins with a word, and insists on it.
   *
   * @param word the word
   * @return the rest of the line
   * @throws IOException if its output cannot be read
   */
  public String await(String word) throws IOException {
    String rest = next(word);
    if (rest == null) {
      throw new IOException("a JVM ended without saying " + word + "; see " + log);
    }
    return rest;
  }

  /**
   * Waits for the end of the process.
   *
   * @return its exit code
   * @throws InterruptedException if the thread is interrupted
   */
  public int exitCode() throws InterruptedException {
    return process.waitFor();
  }

  /** Ends the process, gently first. */
  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
