package dev.grains.clinic.intake;

import dev.grains.clinic.domain.Registry;
import dev.grains.clinic.log.BadRow;
import dev.grains.clinic.log.Entry;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What must be found when patients and registries are read.
 *
 * @param facts the facts that each patient must show
 * @param complete whether there must be nothing else
 */
public record Expectation(Map<String, Set<Fact>> facts, boolean complete) {

  /** Wraps the facts. */
  public Expectation {
    facts = Collections.unmodifiableMap(facts);
  }

  /** What a log leaves behind, whatever else there is. */
  public static Expectation of(List<Entry> entries, List<BadRow> refused) {
    Set<Long> lines = refused.stream().map(BadRow::line).collect(Collectors.toSet());
    Map<String, Set<Fact>> facts = new HashMap<>();
    for (Entry entry : entries) {
      if (!lines.contains(entry.line())) {
        facts
            .computeIfAbsent(entry.patient(), patient -> new HashSet<>())
            .add(Fact.of(entry.observation()));
      }
    }
    return new Expectation(facts, false);
  }

  /** The patients that each registry must have, by its key. */
  Map<String, Set<String>> registries() {
    Map<String, Set<String>> registries = new HashMap<>();
    facts.forEach(
        (patient, known) -> {
          enter(registries, Registry.ofEveryone(patient), patient);
          known.stream()
              .filter(Fact::diagnosis)
              .forEach(fact -> enter(registries, Registry.ofDiagnosis(fact.name()), patient));
        });
    return registries;
  }

  private static void enter(Map<String, Set<String>> registries, String key, String patient) {
    registries.computeIfAbsent(key, none -> new HashSet<>()).add(patient);
  }
}
