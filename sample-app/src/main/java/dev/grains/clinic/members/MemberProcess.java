package dev.grains.clinic.members;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * A member of the cluster in a JVM of its own. It lives until it is told to go, is killed, or its
 * parent is gone: its standard input is a pipe that nobody writes to, and it leaves when that ends.
 * Thread-safe.
 */
public final class MemberProcess {

  /** What a member writes when it takes commands, followed by its address. */
  public static final String READY = "clinic member ready at ";

  private static final Duration START_PATIENCE = Duration.ofMinutes(3);
  private static final int LAST_LINES = 30;

  private final Process process;
  private final CompletableFuture<String> address = new CompletableFuture<>();
  private final Deque<String> lastLines = new ArrayDeque<>();

  private MemberProcess(Process process) {
    this.process = process;
  }

  /**
   * Starts a member; does not wait for it.
   *
   * @param settings the properties of its application, as JSON
   * @param lines gets every line that it writes, on a thread of its own
   * @return the process
   */
  static MemberProcess start(String settings, Consumer<String> lines) {
    ProcessBuilder builder = new ProcessBuilder(JavaCommand.of("member"));
    // not an argument: those can be read by every user of the machine
    builder.environment().put("SPRING_APPLICATION_JSON", settings);
    try {
      MemberProcess member = new MemberProcess(builder.redirectErrorStream(true).start());
      Thread reader = new Thread(() -> member.read(lines), "member-" + member.pid());
      reader.setDaemon(true);
      reader.start();
      return member;
    } catch (IOException e) {
      throw new MemberFailure("a member could not be started: " + e.getMessage(), e);
    }
  }

  private void read(Consumer<String> lines) {
    try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        keep(line);
        if (line.startsWith(READY)) {
          address.complete(line.substring(READY.length()));
        } else {
          lines.accept(line);
        }
      }
    } catch (IOException closed) {
      keep(closed.toString());
    }
    address.completeExceptionally(
        new MemberFailure(
            "a member has ended before it was ready; it said:\n" + lastLines(), null));
  }

  private synchronized void keep(String line) {
    lastLines.addLast(line);
    if (lastLines.size() > LAST_LINES) {
      lastLines.removeFirst();
    }
  }

  private synchronized String lastLines() {
    return String.join("\n", lastLines);
  }

  /** The number that the system has given to the process. */
  public long pid() {
    return process.pid();
  }

  /**
   * Waits until the member takes commands.
   *
   * @return where it listens, as host:port
   * @throws MemberFailure if it does not get ready
   */
  public String address() {
    try {
      return address.get(START_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new MemberFailure("interrupted while a member was starting", interrupted);
    } catch (TimeoutException late) {
      throw new MemberFailure(
          "a member was not ready after " + START_PATIENCE + "; it said:\n" + lastLines(), late);
    } catch (ExecutionException ended) {
      throw new MemberFailure(
          String.valueOf(Objects.requireNonNull(ended.getCause()).getMessage()), ended);
    }
  }

  boolean ready() {
    return address.isDone() && !address.isCompletedExceptionally();
  }

  /** Whether the process lives. */
  public boolean alive() {
    return process.isAlive();
  }

  /** Kills the process at once, as SIGKILL does, and waits until it is gone. */
  public void kill() {
    process.destroyForcibly();
    waitFor(Duration.ofSeconds(10));
  }

  /** Tells the member to go. */
  void tellToGo() {
    try {
      process.getOutputStream().close();
    } catch (IOException gone) {
      process.destroyForcibly();
    }
  }

  boolean waitFor(Duration patience) {
    try {
      return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
