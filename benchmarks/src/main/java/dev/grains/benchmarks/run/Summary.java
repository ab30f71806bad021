package dev.grains.benchmarks.run;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The figures of one entrant and one workload over all rounds.
 *
 * @param entrant who
 * @param min the lowest throughput, in calls a second
 * @param median the median throughput
 * @param max the highest throughput
 * @param p50Micros the median of the median latencies
 * @param p99Micros the median of the 99th percentiles
 */
record Summary(
    Entrant entrant, double min, double median, double max, double p50Micros, double p99Micros) {

  /** Sums up at least one measurement. */
  static Summary of(Entrant entrant, List<Measurement> measurements) {
    double[] rates = sorted(measurements, Measurement::perSecond);
    return new Summary(
        entrant,
        rates[0],
        middle(rates),
        rates[rates.length - 1],
        middle(sorted(measurements, m -> m.p50Nanos() / 1e3)),
        middle(sorted(measurements, m -> m.p99Nanos() / 1e3)));
  }

  private static double[] sorted(
      List<Measurement> measurements, ToDoubleFunction<Measurement> figure) {
    double[] values = measurements.stream().mapToDouble(figure).toArray();
    Arrays.sort(values);
    return values;
  }

  private static double middle(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
