package dev.grains.benchmarks.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The figures of all entrants over all rounds.
 *
 * @param measurements every figure of every round
 */
record Summaries(List<Measurement> measurements) {

  /** Returns who did a workload, the fastest first. */
  List<Summary> of(Workload workload) {
    List<Summary> summaries = new ArrayList<>();
    for (Entrant entrant : Entrants.ALL) {
      of(workload, entrant.id()).ifPresent(summaries::add);
    }
    summaries.sort(Comparator.comparingDouble(Summary::median).reversed());
    return summaries;
  }

  /** Returns what became of those targets whose both sides were measured. */
  List<Target.Outcome> outcomes() {
    return Target.ALL.stream()
        .flatMap(target -> ratio(target).map(ratio -> new Target.Outcome(target, ratio)).stream())
        .toList();
  }

  private Optional<Ratio> ratio(Target target) {
    return of(target.workload(), target.entrant())
        .flatMap(
            one -> of(target.workload(), target.against()).flatMap(other -> Ratio.of(one, other)));
  }

  private Optional<Summary> of(Workload workload, String entrant) {
    List<Measurement> figures =
        measurements.stream()
            .filter(m -> m.workload() == workload && m.entrant().equals(entrant))
            .toList();
    return figures.isEmpty()
        ? Optional.empty()
        : Optional.of(Summary.of(Entrants.of(entrant), figures));
  }
}
