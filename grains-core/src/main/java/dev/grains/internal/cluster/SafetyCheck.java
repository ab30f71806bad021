package dev.grains.internal.cluster;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Asks every member whether its partitions have their backups, and does not wait long for those
 * that do not answer: what is not known to be safe is not safe. Thread-safe.
 */
final class SafetyCheck {

  private final BooleanSupplier question;
  private final Duration patience;
  private @Nullable CompletableFuture<Boolean> underWay; // guarded by this

  /**
   * Creates a check.
   *
   * @param question asks all members, and blocks for as long as one of them is silent
   * @param patience how long to wait for it
   */
  SafetyCheck(BooleanSupplier question, Duration patience) {
    this.question = question;
    this.patience = patience;
  }

  boolean safe() {
    try {
      return answer().get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    } catch (TimeoutException | ExecutionException unknown) {
      return false;
    }
  }

  /** The answer to come; one question at a time, however many ask while a member is silent. */
  private synchronized CompletableFuture<Boolean> answer() {
    CompletableFuture<Boolean> known = underWay;
    if (known != null && !known.isDone()) {
      return known;
    }
    CompletableFuture<Boolean> asked = new CompletableFuture<>();
    underWay = asked;
    Thread thread = new Thread(() -> ask(asked), "grains-safety-check");
    thread.setDaemon(true);
    thread.start();
    return asked;
  }

  private void ask(CompletableFuture<Boolean> asked) {
    try {
      asked.complete(question.getAsBoolean());
    } catch (RuntimeException | Error failure) {
      asked.completeExceptionally(failure);
    }
  }
}
