package dev.grains.test;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Looks again and again until nothing is missing, for a limited time. */
final class BoundedWait {

  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

  private BoundedWait() {}

  static void until(String goal, Duration limit, Supplier<@Nullable String> missing) {
    long end = System.nanoTime() + limit.toNanos();
    String problem = missing.get();
    while (problem != null) {
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException(
            goal + ": not reached within " + limit.toMillis() + " ms; " + problem);
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new IllegalStateException(goal + ": the waiting thread was interrupted; " + problem);
      }
      LockSupport.parkNanos(PAUSE);
      problem = missing.get();
    }
  }
}
