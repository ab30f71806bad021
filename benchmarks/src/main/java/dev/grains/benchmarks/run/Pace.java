package dev.grains.benchmarks.run;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param rounds how often everybody has a turn
 * @param warmup how long each workload runs before it is measured
 * @param measured how long each workload is measured
 */
record Pace(int rounds, Duration warmup, Duration measured) {

  static final Pace FULL = new Pace(5, Duration.ofSeconds(3), Duration.ofSeconds(3));

  /** Enough to see that everything works, and not for figures. */
  static final Pace QUICK = new Pace(1, Duration.ofMillis(200), Duration.ofMillis(300));
}
