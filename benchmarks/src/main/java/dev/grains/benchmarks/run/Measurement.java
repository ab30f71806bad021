package dev.grains.benchmarks.run;

import dev.grains.benchmarks.load.Outcome;

/**
 * One figure of one round.
 *
 * @param entrant the name of the contender
 * @param workload the row
 * @param round the round, from 1
 * @param calls how many calls were made
 * @param nanos in which time
 * @param p50Nanos the median latency
 * @param p99Nanos the latency that 1 in 100 calls exceeds
 */
record Measurement(
    String entrant,
    Workload workload,
    int round,
    long calls,
    long nanos,
    long p50Nanos,
    long p99Nanos) {

  double perSecond() {
    return calls * 1e9 / nanos;
  }

  /** Returns the line by which a worker tells its figure. */
  static String line(Outcome outcome) {
    return String.join(
        " ",
        Long.toString(outcome.calls()),
        Long.toString(outcome.nanos()),
        Long.toString(outcome.latencies().percentile(0.50)),
        Long.toString(outcome.latencies().percentile(0.99)));
  }

  static Measurement parse(String entrant, Workload workload, int round, String line) {
    String[] words = line.split(" ", 4);
    return new Measurement(
        entrant,
        workload,
        round,
        Long.parseLong(words[0]),
        Long.parseLong(words[1]),
        Long.parseLong(words[2]),
        Long.parseLong(words[3]));
  }
}
