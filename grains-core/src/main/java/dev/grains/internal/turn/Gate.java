package dev.grains.internal.turn;

import dev.grains.GrainOverloadedException;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lets a bounded number of tasks run at a time on threads that may block; the rest queue. A task
 * that waits for something else gives its slot back meanwhile, so that tasks waiting for each other
 * never use up the slots. Thread-safe.
 *
 * <p>What a partition thread brings is begun once that thread has done what it has at hand. A task
 * for which no thread can be had stays in the queue until the next {@link #sweep}.
 */
public final class Gate {

  private static final int MOST_WAITING = 4_000;
  private static final int EAGER = 2 * Runtime.getRuntime().availableProcessors();
  private static final long STALL_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

  private final int slots;
  private final Executor threads;
  private final Predicate<Runnable> later;
  private final Runnable startQueued = this::startQueued;

  private volatile boolean closed;

  // guarded by this
  private final ArrayDeque<Runnable> queued = new ArrayDeque<>();
  private final ArrayDeque<Returning> returning = new ArrayDeque<>();
  private int running;
  private int waiting;
  private long lastTaken;

  /**
   * Makes a gate.
   *
   * @param slots how many tasks may run at a time
   * @param threads runs each task that it is given on a thread of its own, or refuses it
   * @param later runs an action on the current thread after what that has at hand, once for all
   *     requests meanwhile; or returns false, and does nothing
   */
  public Gate(int slots, Executor threads, Predicate<Runnable> later) {
    this.slots = slots;
    this.threads = threads;
    this.later = later;
  }

  private static final class Returning {
    final Thread thread = Thread.currentThread();
    volatile boolean granted;
  }

  /** Runs a task as soon as a slot is free. */
  public void execute(Runnable task) {
    synchronized (this) {
      queued.add(task);
      if (enough()) {
        return;
      }
    }
    if (!later.test(startQueued)) {
      startQueued();
    }
  }

  /** Whether the running tasks are to take what is queued; called under the monitor. */
  private boolean enough() {
    return running >= slots || running >= EAGER && !stalled();
  }

  private boolean stalled() {
    return System.nanoTime() - lastTaken > STALL_NANOS;
  }

  private void startQueued() {
    Runnable next = take();
    while (next != null && start(next)) {
      next = take();
    }
  }

  private synchronized @Nullable Runnable take() {
    if (queued.isEmpty() || enough()) {
      return null;
    }
    running++;
    lastTaken = System.nanoTime();
    return queued.remove();
  }

  /** Starts threads for tasks that wait while all running ones are blocked. */
  public void sweep() {
    Runnable next = takeStalled();
    while (next != null && start(next)) {
      next = takeStalled();
    }
  }

  private synchronized @Nullable Runnable takeStalled() {
    if (queued.isEmpty() || running >= slots || !stalled()) {
      return null;
    }
    running++;
    return queued.remove();
  }

  /** Starts a thread for a task that has a slot; without one both go back. */
  private boolean start(Runnable task) {
    try {
      threads.execute(() -> runAll(task));
      return true;
    } catch (RejectedExecutionException | OutOfMemoryError noThread) {
      synchronized (this) {
        running--;
        if (!closed) {
          queued.addFirst(task);
        }
      }
      return false;
    }
  }

  /** Whether no task is running, waiting or queued. */
  public synchronized boolean idle() {
    return running == 0 && waiting == 0 && queued.isEmpty() && returning.isEmpty();
  }

  /** Drops from now on what can no longer run, because the threads are about to end. */
  public void close() {
    closed = true;
  }

  private void runAll(Runnable first) {
    Runnable task = first;
    while (task != null) {
      try {
        task.run();
      } catch (Throwable bug) {
        // one broken task must not take the slot, or the tasks behind it, with it
        Thread thread = Thread.currentThread();
        thread.getUncaughtExceptionHandler().uncaughtException(thread, bug);
      }
      task = next();
    }
  }

  /** Takes the next task for the slot of the calling thread, or gives the slot away. */
  private @Nullable Runnable next() {
    Returning back;
    synchronized (this) {
      back = returning.poll();
      if (back == null) {
        Runnable task = queued.poll();
        if (task == null) {
          running--;
        } else {
          lastTaken = System.nanoTime();
        }
        return task;
      }
    }
    grant(back);
    return null;
  }

  private static void grant(Returning back) {
    back.granted = true;
    LockSupport.unpark(back.thread);
  }

  private void passOn() {
    Runnable task = next();
    if (task != null) {
      start(task);
    }
  }

  /**
   * Gives the slot of the calling task back before it waits.
   *
   * @throws GrainOverloadedException if too many tasks wait already
   */
  void beforeWait() {
    synchronized (this) {
      if (waiting >= MOST_WAITING) {
        throw new GrainOverloadedException(
            waiting + " turns of this member wait for other grains already; slow down");
      }
      waiting++;
    }
    passOn();
  }

  /** Takes a slot again after waiting, waiting for one if there is none. */
  void afterWait() {
    Returning back = null;
    synchronized (this) {
      waiting--;
      if (running < slots) {
        running++;
      } else {
        back = new Returning();
        returning.add(back);
      }
    }
    if (back != null) {
      awaitGrant(back);
    }
  }

  private void awaitGrant(Returning back) {
    boolean interrupted = false;
    while (!back.granted) {
      LockSupport.park(this);
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
