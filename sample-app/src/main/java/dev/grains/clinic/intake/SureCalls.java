package dev.grains.clinic.intake;

import dev.grains.CallTimeoutException;
import dev.grains.GrainOverloadedException;
import dev.grains.GrainUnavailableException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Calls grains, and calls again what was not done or may not have been, for as long as somebody
 * cares to wait. For calls that may be repeated only. Thread-safe.
 */
public final class SureCalls {

  private static final Executor SOON = CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS);

  private final Duration patience;

  /**
   * Creates calls.
   *
   * @param patience how long a call is made again
   */
  public SureCalls(Duration patience) {
    this.patience = patience;
  }

  Duration patience() {
    return patience;
  }

  /**
   * Makes a call.
   *
   * @param <T> the type of its result
   * @param call makes the call once
   * @return what it brings in the end
   */
  public <T> CompletableFuture<T> call(Supplier<? extends CompletionStage<T>> call) {
    CompletableFuture<T> result = new CompletableFuture<>();
    attempt(call, System.nanoTime() + patience.toNanos(), result);
    return result;
  }

  private <T> void attempt(
      Supplier<? extends CompletionStage<T>> call, long end, CompletableFuture<T> result) {
    CompletionStage<T> stage;
    try {
      stage = call.get();
    } catch (RuntimeException notSent) {
      stage = CompletableFuture.failedFuture(notSent);
    }
    stage.whenComplete(
        (value, problem) -> {
          if (problem == null) {
            result.complete(value);
          } else if (repeatable(unwrap(problem)) && System.nanoTime() < end) {
            SOON.execute(() -> attempt(call, end, result));
          } else {
            result.completeExceptionally(unwrap(problem));
          }
        });
  }

  private static boolean repeatable(Throwable problem) {
    return problem instanceof GrainUnavailableException
        || problem instanceof GrainOverloadedException
        || problem instanceof CallTimeoutException;
  }

  static Throwable unwrap(Throwable problem) {
    return problem instanceof CompletionException && problem.getCause() != null
        ? problem.getCause()
        : problem;
  }
}
