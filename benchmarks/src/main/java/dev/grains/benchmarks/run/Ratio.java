package dev.grains.benchmarks.run;

import java.util.Optional;

/**
 * How many times as fast one is as another, from the pairs of figures that were measured in the
 * same round.
 *
 * @param min the lowest ratio of a round
 * @param median the median of the rounds
 * @param max the highest ratio of a round
 */
record Ratio(double min, double median, double max) {

  /** Returns the ratio, or empty if the two have no round in common. */
  static Optional<Ratio> of(Summary one, Summary other) {
    double[] ratios =
        one.byRound().keySet().stream()
            .filter(other.byRound()::containsKey)
            .mapToDouble(round -> one.byRound().get(round) / other.byRound().get(round))
            .sorted()
            .toArray();
    return ratios.length == 0 ? Optional.empty() : Optional.of(of(ratios));
  }

  private static Ratio of(double[] sorted) {
    return new Ratio(sorted[0], Summary.middle(sorted), sorted[sorted.length - 1]);
  }
}
