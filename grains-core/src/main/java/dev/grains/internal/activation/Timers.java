package dev.grains.internal.activation;

import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Runs things later, by the clock of the runtime; {@link #sweep} is called every few milliseconds.
 */
final class Timers {

  private record Timer(long at, long order, Runnable task) implements Comparable<Timer> {
    @Override
    public int compareTo(Timer other) {
      int byTime = Long.compare(at, other.at);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  private final PriorityQueue<Timer> timers = new PriorityQueue<>();
  private long order;

  synchronized void at(long millis, Runnable task) {
    timers.add(new Timer(millis, order++, task));
  }

  void sweep(long now) {
    List<Runnable> due = new ArrayList<>();
    synchronized (this) {
      Timer timer = timers.peek();
      while (timer != null && timer.at <= now) {
        timers.remove();
        due.add(timer.task);
        timer = timers.peek();
      }
    }
    due.forEach(Runnable::run);
  }
}
