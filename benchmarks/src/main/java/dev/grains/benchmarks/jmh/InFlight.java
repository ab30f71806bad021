package dev.grains.benchmarks.jmh;

import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A bounded number of unanswered calls, and the sum of the answers. Calls come from one thread. */
final class InFlight {

  private final int most;
  private final Semaphore room;
  private final AtomicLong sum = new AtomicLong();
  private final AtomicReference<@Nullable Throwable> failed = new AtomicReference<>();

  InFlight(int most) {
    this.most = most;
    this.room = new Semaphore(most);
  }

  void add(CompletionStage<Long> call) throws InterruptedException {
    room.acquire();
    call.whenComplete(
        (value, failure) -> {
          if (failure == null) {
            sum.addAndGet(value);
          } else {
            failed.compareAndSet(null, failure);
          }
          room.release();
        });
  }

  /** Waits for all answers and returns their sum. */
  long await() throws InterruptedException {
    room.acquire(most);
    room.release(most);
    Throwable failure = failed.get();
    if (failure != null) {
      throw new IllegalStateException("a call failed", failure);
    }
    return sum.get();
  }
}
