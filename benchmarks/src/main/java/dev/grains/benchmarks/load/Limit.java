package dev.grains.benchmarks.load;

import java.time.Duration;

/** Says when to stop sending. Confined to the thread that sends. */
@FunctionalInterface
public interface Limit {

  /**
   * Returns whether enough was sent.
   *
   * @param sent how many calls were sent
   * @return whether to stop
   */
  boolean reached(long sent);

  /**
   * Returns a limit on the number of calls.
   *
   * @param calls the number
   * @return the limit
   */
  static Limit calls(long calls) {
    return sent -> sent >= calls;
  }

  /**
   * Returns a limit in time that begins now.
   *
   * @param duration for how long to send
   * @return the limit
   */
  static Limit after(Duration duration) {
    long end = System.nanoTime() + duration.toNanos();
    return sent -> System.nanoTime() - end >= 0;
  }
}
