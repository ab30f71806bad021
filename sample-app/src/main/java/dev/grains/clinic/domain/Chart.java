package dev.grains.clinic.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of a patient.
 *
 * @param observations the observations as they were recorded, none of them twice
 */
public record Chart(List<Observation> observations) {

  static final Chart EMPTY = new Chart(List.of());

  /** Copies the list. */
  public Chart {
    observations = List.copyOf(observations);
  }

  Chart with(Observation observation) {
    List<Observation> more = new ArrayList<>(observations.size() + 1);
    more.addAll(observations);
    more.add(observation);
    return new Chart(more);
  }

  boolean knows(Observation observation) {
    return observations.stream().anyMatch(observation::sameAs);
  }

  List<Observation> timeline() {
    return observations.stream().sorted(Comparator.comparing(Observation::at)).toList();
  }

  Map<String, Observation> latest() {
    Map<String, Observation> latest = new LinkedHashMap<>();
    timeline().forEach(observation -> latest.put(observation.name(), observation));
    return latest;
  }

  Map<String, Instant> diagnoses() {
    Map<String, Instant> diagnoses = new LinkedHashMap<>();
    timeline().stream()
        .filter(Observation::diagnosis)
        .forEach(diagnosis -> diagnoses.putIfAbsent(diagnosis.name(), diagnosis.at()));
    return diagnoses;
  }
}
