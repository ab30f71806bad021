package dev.grains.clinic.intake;

import dev.grains.clinic.files.Group;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;

/** What must be found when patients are read: the facts of each of them, each patient once. */
public interface Expectation extends Iterable<Group<Fact>> {

  /** Whether there must be nothing else. */
  boolean complete();

  /** Expects the facts of a map. */
  static Expectation of(Map<String, Set<Fact>> facts, boolean complete) {
    return new Expectation() {
      @Override
      public Iterator<Group<Fact>> iterator() {
        return facts.entrySet().stream()
            .map(patient -> new Group<>(patient.getKey(), patient.getValue()))
            .iterator();
      }

      @Override
      public boolean complete() {
        return complete;
      }
    };
  }
}
