package dev.grains.internal.reply;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads on which stages of asynchronous callers are completed, and so the user's callbacks
 * run.
 *
 * <p>Thread-safe. A thread that has work takes all of it before it parks again, so that under load
 * nobody pays for a wake-up. One that sleeps is woken by a partition thread only once that has done
 * what it has at hand, for the replies of all of it. A callback that blocks holds up what is queued
 * behind it only until the next {@link #sweep}, which lets another thread take that over.
 */
public final class ReplyThreads implements Executor, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ReplyThreads.class);
  private static final long STUCK_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
  private static final int LOADED = 64;
  private static final int MOST_STAND_INS = 256;

  /** This many replies are enough for a wake-up of their own. */
  private static final int MANY = 64;

  private final Queue[] queues;
  private final Predicate<Runnable> later;
  private final Runnable wakeAll = this::wakeAll;
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicInteger standIns = new AtomicInteger();
  private volatile boolean closed;

  /**
   * Starts the threads.
   *
   * @param threads how many
   * @param later runs an action on the current thread after what that has at hand, once for all
   *     requests meanwhile; or returns false, and does nothing
   */
  public ReplyThreads(int threads, Predicate<Runnable> later) {
    this.later = later;
    queues = new Queue[threads];
    for (int i = 0; i < threads; i++) {
      queues[i] = new Queue(i);
      queues[i].regular.start();
    }
  }

  /**
   * Runs a task on the thread that is busy already; once that one has much to do, on any. After the
   * end of all of them it gets a thread of its own: late, but better than never.
   */
  @Override
  public void execute(Runnable task) {
    if (closed) {
      start("grains-reply-late", task);
      return;
    }
    Queue queue = queues[0];
    if (queues.length > 1 && queue.waiting.get() > LOADED) {
      queue = queues[Math.floorMod(next.getAndIncrement(), queues.length)];
    }
    queue.add(task);
  }

  /** Lets stand-ins take over what is queued behind callbacks that block. */
  public void sweep() {
    long now = System.nanoTime();
    wakeAll();
    for (Queue queue : queues) {
      if (queue.stuck(now) && standIns.get() < MOST_STAND_INS) {
        standIns.incrementAndGet();
        start("grains-reply-stand-in", queue::standIn);
      }
    }
  }

  private static void start(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void wakeAll() {
    for (Queue queue : queues) {
      queue.wake();
    }
  }

  private final class Queue {

    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final Thread regular;
    private volatile boolean parked;
    private volatile long lastTaken = System.nanoTime();

    Queue(int number) {
      regular = new Thread(this::work, "grains-reply-" + number);
      regular.setDaemon(true);
    }

    void add(Runnable task) {
      int queued = waiting.incrementAndGet();
      tasks.add(task);
      if (parked && (queued >= MANY || !later.test(wakeAll))) {
        LockSupport.unpark(regular);
      }
    }

    void wake() {
      if (parked && !tasks.isEmpty()) {
        LockSupport.unpark(regular);
      }
    }

    boolean stuck(long now) {
      return !tasks.isEmpty() && !parked && now - lastTaken > STUCK_NANOS;
    }

    private void work() {
      while (!closed || !tasks.isEmpty()) {
        if (!runNext()) {
          rest();
        }
      }
    }

    private void standIn() {
      while (runNext()) {
        lastTaken = System.nanoTime();
      }
      standIns.decrementAndGet();
    }

    private void rest() {
      parked = true;
      if (tasks.isEmpty() && !closed) {
        LockSupport.park(ReplyThreads.this);
      }
      lastTaken = System.nanoTime();
      parked = false;
    }

    private boolean runNext() {
      Runnable task = tasks.poll();
      if (task == null) {
        return false;
      }
      int left = waiting.decrementAndGet();
      if ((left & 31) == 0) {
        lastTaken = System.nanoTime(); // often enough to tell a long queue from a stuck one
      }
      try {
        task.run();
      } catch (RuntimeException | Error failure) {
        log.warn("a callback of a caller failed", failure);
      }
      return true;
    }
  }

  /** Ends the threads once everything queued so far has run. */
  @Override
  public void close() {
    closed = true;
    for (Queue queue : queues) {
      LockSupport.unpark(queue.regular);
    }
  }
}
