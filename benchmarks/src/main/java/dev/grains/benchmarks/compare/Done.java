package dev.grains.benchmarks.compare;

import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Told when a call ends. Does not block. */
@FunctionalInterface
public interface Done {

  /**
   * Takes the reply.
   *
   * @param value the value or balance, of no meaning on failure
   * @param failure why the call failed, null on success
   */
  void accept(long value, @Nullable Throwable failure);

  /**
   * Takes the reply from a stage, on the thread that completes it.
   *
   * @param reply the stage
   */
  default void on(CompletionStage<Long> reply) {
    reply.whenComplete((value, failure) -> accept(failure == null ? value : 0, failure));
  }
}
