package dev.grains.benchmarks.compare;

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
}
