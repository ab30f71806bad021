package dev.grains.jdbc.cluster;

import dev.grains.GrainException;
import dev.grains.Grains;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/** Threads that send commands to counters through members that stay, and keep their own books. */
final class Traffic {

  private final List<Grains> through;
  private final AtomicLongArray acknowledged;
  private final AtomicLong left;
  private final CountDownLatch done;
  private final List<Thread> threads = new ArrayList<>();
  private final List<Throwable> failures = new ArrayList<>();

  Traffic(List<Grains> through, int grains, int callers, long commands) {
    this.through = through;
    this.acknowledged = new AtomicLongArray(grains);
    this.left = new AtomicLong(commands);
    this.done = new CountDownLatch(callers);
    for (int i = 0; i < callers; i++) {
      int number = i;
      threads.add(new Thread(() -> run(number), "traffic-" + i));
    }
  }

  void start() {
    threads.forEach(Thread::start);
  }

  boolean running() {
    return done.getCount() > 0;
  }

  long commandsLeft() {
    return Math.max(0, left.get());
  }

  /** Waits for the end and returns what callers saw other than replies. */
  List<Throwable> await(long seconds) throws InterruptedException {
    if (!done.await(seconds, TimeUnit.SECONDS)) {
      throw new AssertionError("traffic has not ended, " + commandsLeft() + " commands are left");
    }
    synchronized (failures) {
      return List.copyOf(failures);
    }
  }

  private void run(int number) {
    Random random = new Random(number);
    Grains grains = through.get(number % through.size());
    try {
      for (long sequence = 1; left.getAndDecrement() > 0; sequence++) {
        int grain = random.nextInt(acknowledged.length());
        count(grains, grain, "caller-" + number, sequence);
      }
    } finally {
      done.countDown();
    }
  }

  private void count(Grains grains, int grain, String caller, long sequence) {
    try {
      counter(grains, grain).count(caller, sequence);
      acknowledged.incrementAndGet(grain);
    } catch (GrainException e) {
      synchronized (failures) {
        failures.add(e);
      }
    }
  }

  static Counter counter(Grains grains, int grain) {
    return switch (grain % 3) {
      case 0 -> grains.get(ComputingCounter.class, "c" + grain);
      case 1 -> grains.get(BlockingCounter.class, "c" + grain);
      default -> grains.get(DocumentCounter.class, "c" + grain);
    };
  }

  int grains() {
    return acknowledged.length();
  }

  long acknowledged(int grain) {
    return acknowledged.get(grain);
  }
}
