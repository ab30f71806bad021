package dev.grains.benchmarks.run;

import java.time.Duration;

/**
 * How much is measured.
 *
 * @param rounds how often everybody has a turn at each workload
 * @param warmup how long each workload runs once, before the first round
 * @param settle how long it runs at the beginning of each turn, without being measured
 * @param measured how long it is measured in each turn
 */
record Pace(int rounds, Duration warmup, Duration settle, Duration measured) {

  static final Pace FULL =
      new Pace(5, Duration.ofSeconds(3), Duration.ofMillis(300), Duration.ofSeconds(2));

  /** Enough to see that everything works, and not for figures. */
  static final Pace QUICK =
      new Pace(1, Duration.ofMillis(200), Duration.ZERO, Duration.ofMillis(300));
}
