package dev.grains.benchmarks.load;

/**
 * What came of a load: every call that was sent was answered.
 *
 * @param calls how many calls were made
 * @param nanos the time from the first call to the last reply
 * @param latencies the latencies of a sample of the calls
 */
public record Outcome(long calls, long nanos, Latencies latencies) {

  /**
   * Returns the throughput.
   *
   * @return calls a second
   */
  public double perSecond() {
    return calls * 1e9 / nanos;
  }
}
