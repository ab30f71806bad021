package dev.grains.internal.reply;

import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads on which stages of asynchronous callers are completed, and so the user's callbacks
 * run.
 *
 * <p>Thread-safe. A thread that has work takes all of it before it parks again, so that under load
 * nobody pays for a wake-up.
 */
public final class ReplyThreads implements Executor, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ReplyThreads.class);

  private final Drain[] drains;
  private final AtomicInteger next = new AtomicInteger();
  private volatile boolean closed;

  public ReplyThreads(int threads) {
    drains = new Drain[threads];
    for (int i = 0; i < threads; i++) {
      drains[i] = new Drain("grains-reply-" + i);
      drains[i].start();
    }
  }

  /** Runs a task on the thread that is busy already, or on the next of the idle ones. */
  @Override
  public void execute(Runnable task) {
    Drain drain = drains[0];
    if (drains.length > 1 && drain.loaded()) {
      drain = drains[Math.floorMod(next.getAndIncrement(), drains.length)];
    }
    drain.add(task);
  }

  private final class Drain extends Thread {

    private static final int LOADED = 64;

    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private volatile boolean parked;

    Drain(String name) {
      super(name);
      setDaemon(true);
    }

    boolean loaded() {
      return waiting.get() > LOADED;
    }

    void add(Runnable task) {
      waiting.incrementAndGet();
      tasks.add(task);
      if (parked) {
        LockSupport.unpark(this);
      }
    }

    @Override
    public void run() {
      while (!closed || !tasks.isEmpty()) {
        Runnable task = tasks.poll();
        if (task == null) {
          idle();
        } else {
          waiting.decrementAndGet();
          run(task);
        }
      }
    }

    private void idle() {
      parked = true;
      if (tasks.isEmpty() && !closed) {
        LockSupport.park(ReplyThreads.this);
      }
      parked = false;
    }

    private void run(Runnable task) {
      try {
        task.run();
      } catch (RuntimeException | Error failure) {
        log.warn("a callback of a caller failed", failure);
      }
    }
  }

  /** Ends the threads once everything queued so far has run. */
  @Override
  public void close() {
    closed = true;
    for (Drain drain : drains) {
      LockSupport.unpark(drain);
    }
  }
}
