package dev.grains.benchmarks.process;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A further JVM. It is spoken to in lines on its standard input and speaks in lines on its standard
 * output; it ends when its standard input does, and is killed when the JVM that started it ends
 * without closing it. Confined to one thread.
 */
public final class ChildJvm implements AutoCloseable {

  private static final long SECONDS_TO_END = 30;
  private static final long MINUTES_TO_ANSWER = 10;

  private final Process process;
  private final Path log;
  private final BufferedReader lines;
  private final BufferedWriter input;

  private ChildJvm(Process process, Path log) {
    this.process = process;
    this.log = log;
    this.lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    this.input =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    // a paused process would not see the end of its standard input
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
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
   * Writes a line to its standard input.
   *
   * @param line the line
   * @throws IOException if the process has ended
   */
  public void say(String line) throws IOException {
    try {
      input.write(line);
      input.newLine();
      input.flush();
    } catch (IOException e) {
      throw new IOException("a JVM has ended; see " + log, e);
    }
  }

  /**
   * Waits for the next line that begins with a word. A process that does not say it within ten
   * minutes is killed.
   *
   * @param word the word
   * @return the rest of the line
   * @throws IOException if the process ends without saying it
   */
  public String await(String word) throws IOException {
    Future<?> patience =
        CompletableFuture.runAsync(
            process::destroyForcibly,
            CompletableFuture.delayedExecutor(MINUTES_TO_ANSWER, TimeUnit.MINUTES, Runnable::run));
    try {
      return next(word);
    } finally {
      patience.cancel(false);
    }
  }

  private String next(String word) throws IOException {
    String line = lines.readLine();
    while (line != null && !line.startsWith(word + " ")) {
      line = lines.readLine();
    }
    if (line == null) {
      throw new IOException("a JVM ended without saying " + word + "; see " + log);
    }
    return line.substring(word.length() + 1);
  }

  /**
   * Takes the processor from it until it is resumed: no timer, no heartbeat, no collection.
   *
   * @throws IOException if it cannot be paused
   */
  public void pause() throws IOException {
    signal("-STOP");
  }

  /**
   * Lets it go on.
   *
   * @throws IOException if it cannot be resumed
   */
  public void resume() throws IOException {
    signal("-CONT");
  }

  private void signal(String signal) throws IOException {
    Process kill = new ProcessBuilder("kill", signal, Long.toString(process.pid())).start();
    try {
      if (kill.waitFor() != 0) {
        throw new IOException("kill " + signal + " found no JVM; see " + log);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Lets it go on if it is still there, so that others may leave a cluster that it is in. */
  public void release() {
    try {
      if (process.isAlive()) {
        resume();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    }
  }

  /** Ends the process, gently first. */
  @Override
  public void close() {
    release();
    try {
      input.close();
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
