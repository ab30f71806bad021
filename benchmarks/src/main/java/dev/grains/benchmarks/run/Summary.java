package dev.grains.benchmarks.run;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The figures of one entrant and one workload over all rounds.
 *
 * @param entrant who
 * @param byRound the throughput of each round, in calls a second
 * @param p50Micros the median of the median latencies
 * @param p99Micros the median of the 99th percentiles
 */
record Summary(Entrant entrant, Map<Integer, Double> byRound, double p50Micros, double p99Micros) {

  /** Sums up at least one measurement. */
  static Summary of(Entrant entrant, List<Measurement> measurements) {
    return new Summary(
        entrant,
        measurements.stream()
            .collect(Collectors.toUnmodifiableMap(Measurement::round, Measurement::perSecond)),
        middle(sorted(measurements, m -> m.p50Nanos() / 1e3)),
        middle(sorted(measurements, m -> m.p99Nanos() / 1e3)));
  }

  double min() {
    return sortedRates()[0];
  }

  double median() {
    return middle(sortedRates());
  }

  double max() {
    return sortedRates()[byRound.size() - 1];
  }

  private double[] sortedRates() {
    return byRound.values().stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  private static double[] sorted(
      List<Measurement> measurements, ToDoubleFunction<Measurement> figure) {
    return measurements.stream().mapToDouble(figure).sorted().toArray();
  }

  /** Returns the median of figures in ascending order. */
  static double middle(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
