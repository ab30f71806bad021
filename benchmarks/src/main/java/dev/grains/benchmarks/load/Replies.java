package dev.grains.benchmarks.load;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Checks replies and remembers the first that is wrong. Thread-safe. */
final class Replies {

  private final long @Nullable [] expected;
  private final AtomicReference<@Nullable Throwable> wrong = new AtomicReference<>();

  /**
   * Expects that each key has a value.
   *
   * @param expected the value of each key, null for a command, whose reply is at least 1
   */
  Replies(long @Nullable [] expected) {
    this.expected = expected;
  }

  void check(int key, long value, @Nullable Throwable failure) {
    if (failure != null) {
      wrong.compareAndSet(null, failure);
    } else if (expected == null ? value < 1 : value != expected[key]) {
      wrong.compareAndSet(null, new IllegalStateException("key " + key + " replied " + value));
    }
  }

  boolean areWrong() {
    return wrong.get() != null;
  }

  void verify() {
    Throwable first = wrong.get();
    if (first != null) {
      throw new IllegalStateException("a reply was wrong: no figure is given", first);
    }
  }
}
