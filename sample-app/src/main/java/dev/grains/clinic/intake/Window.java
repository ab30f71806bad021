package dev.grains.clinic.intake;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Lets a number of calls be under way at a time, until one of them fails. Thread-safe. */
final class Window {

  // longer than the last attempt of a call may take, which tells better than a window what is wrong
  private static final Duration SLACK = Duration.ofMinutes(1);

  private final int size;
  private final Semaphore free;
  private final Duration patience;
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

  Window(int size, SureCalls calls) {
    this.size = size;
    this.free = new Semaphore(size);
    this.patience = calls.patience().plus(SLACK);
  }

  /** Waits until one more call may be made. */
  void enter() {
    acquire(1);
  }

  /** Waits until no call is under way. */
  void drain() {
    acquire(size);
    free.release(size);
  }

  private void acquire(int calls) {
    try {
      if (!free.tryAcquire(calls, patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IntakeFailure("no call was answered within " + patience, failure.get());
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IntakeFailure("interrupted", interrupted);
    }
    Throwable first = failure.get();
    if (first != null) {
      throw new IntakeFailure(String.valueOf(first.getMessage()), first);
    }
  }

  /** Ends a call. */
  void leave() {
    free.release();
  }

  /** Ends a call that failed; nobody enters after it. */
  void leave(Throwable reason) {
    failure.compareAndSet(null, reason);
    free.release();
  }
}
