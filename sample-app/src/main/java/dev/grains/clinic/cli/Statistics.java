package dev.grains.clinic.cli;

import dev.grains.Grains;
import dev.grains.clinic.domain.Observation;
import dev.grains.clinic.domain.Patient;
import dev.grains.clinic.domain.Registry;
import dev.grains.clinic.domain.Timeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;

/**
 * What all patients together show.
 *
 * @param patients how many there are
 * @param observations how many observations they have
 * @param names how often each name was observed, the most frequent first
 * @param diagnoses how many patients the registry of each diagnosis has, the largest first
 */
record Statistics(
    long patients, long observations, Map<String, Long> names, Map<String, Long> diagnoses) {

  private static final int AT_A_TIME = 256;

  /** Asks the registry of everyone who there is, then each patient, then the registries. */
  static Statistics of(Grains grains) {
    List<String> patients = everyone(grains);
    Map<String, Long> names = new HashMap<>();
    Set<String> diagnoses = new TreeSet<>();
    for (int from = 0; from < patients.size(); from += AT_A_TIME) {
      List<String> some = patients.subList(from, Math.min(patients.size(), from + AT_A_TIME));
      for (CompletableFuture<Timeline> timeline : ask(grains, some)) {
        count(timeline.join(), names, diagnoses);
      }
    }
    Map<String, Long> registered = new TreeMap<>();
    diagnoses.forEach(
        name ->
            registered.put(
                name, (long) grains.get(Registry.class, Registry.ofDiagnosis(name)).count()));
    long observations = names.values().stream().mapToLong(Long::longValue).sum();
    return new Statistics(patients.size(), observations, sorted(names), sorted(registered));
  }

  private static List<String> everyone(Grains grains) {
    List<CompletableFuture<Set<String>>> pages = new ArrayList<>();
    for (int part = 0; part < Registry.PARTS; part++) {
      Registry registry = grains.get(Registry.class, Registry.ofEveryone(part));
      for (int page = 0; page < Registry.PAGES; page++) {
        pages.add(registry.patients(page).toCompletableFuture());
      }
    }
    Set<String> everyone = new HashSet<>();
    pages.forEach(page -> everyone.addAll(page.join()));
    return List.copyOf(everyone);
  }

  private static List<CompletableFuture<Timeline>> ask(Grains grains, List<String> patients) {
    return patients.stream()
        .map(patient -> grains.get(Patient.class, patient).timeline().toCompletableFuture())
        .toList();
  }

  private static void count(Timeline timeline, Map<String, Long> names, Set<String> diagnoses) {
    for (Observation observation : timeline.observations()) {
      names.merge(observation.name(), 1L, Long::sum);
      if (observation.diagnosis()) {
        diagnoses.add(observation.name());
      }
    }
  }

  private static Map<String, Long> sorted(Map<String, Long> counts) {
    Map<String, Long> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .forEach(count -> sorted.put(count.getKey(), count.getValue()));
    return sorted;
  }
}
