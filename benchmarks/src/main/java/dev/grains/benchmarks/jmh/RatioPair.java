package dev.grains.benchmarks.jmh;

/**
 * Two figures of one pass.
 *
 * @param grains the throughput of grains, in calls a second
 * @param raw that of the entry processor
 */
record RatioPair(double grains, double raw) {

  double ratio() {
    return grains / raw;
  }

  @Override
  public String toString() {
    return "%,12.0f / %,12.0f = %.2f".formatted(grains, raw, ratio());
  }
}
