package dev.grains.benchmarks.load;

import dev.grains.benchmarks.compare.Done;
import dev.grains.benchmarks.compare.Running;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One thread that keeps a number of calls in flight.
 *
 * <p>When the window is full the thread parks until an eighth of it is free: waking it for every
 * single reply would cost more than many of the calls, whoever answers them.
 */
final class Window {

  private static final int SAMPLE_EVERY = 8;
  private static final long NOBODY_WAITS = Long.MAX_VALUE;

  private final Running running;
  private final Load load;
  private final Replies replies;
  private final Latencies latencies = new Latencies();
  private final AtomicLong answered = new AtomicLong();
  private final Thread sender = Thread.currentThread();
  private volatile long wakeAt = NOBODY_WAITS;

  Window(Running running, Load load, Replies replies) {
    this.running = running;
    this.load = load;
    this.replies = replies;
  }

  Outcome run(Limit limit) {
    long begin = System.nanoTime();
    long sent = 0;
    while (!limit.reached(sent) && !replies.areWrong()) {
      if (sent - answered.get() >= load.inFlight()) {
        await(sent - load.inFlight() + Math.max(1, load.inFlight() / 8));
      }
      int key = load.key(sent);
      long sampledAt = sent % SAMPLE_EVERY == 0 ? System.nanoTime() : 0;
      running.send(load.work(), key, new Flight(key, sampledAt));
      sent++;
    }
    await(sent);
    return new Outcome(sent, System.nanoTime() - begin, latencies);
  }

  private void await(long answers) {
    wakeAt = answers;
    while (answered.get() < answers) {
      LockSupport.park(this);
    }
    wakeAt = NOBODY_WAITS;
  }

  private void answered() {
    if (answered.incrementAndGet() == wakeAt) {
      LockSupport.unpark(sender);
    }
  }

  private final class Flight implements Done {
    private final int key;
    private final long sampledAt;

    Flight(int key, long sampledAt) {
      this.key = key;
      this.sampledAt = sampledAt;
    }

    @Override
    public void accept(long value, @Nullable Throwable failure) {
      replies.check(key, value, failure);
      if (sampledAt != 0) {
        latencies.record(System.nanoTime() - sampledAt);
      }
      answered();
    }
  }
}
