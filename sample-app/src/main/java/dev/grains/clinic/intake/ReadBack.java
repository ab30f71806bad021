package dev.grains.clinic.intake;

import dev.grains.Grains;
import dev.grains.clinic.domain.Patient;
import dev.grains.clinic.domain.Timeline;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Reads every patient back and compares. For one use and one thread. */
public final class ReadBack {

  private final Grains grains;
  private final SureCalls calls;
  private final Window window;
  private final AtomicReference<Findings> findings = new AtomicReference<>(Findings.NONE);

  /**
   * Creates a reading.
   *
   * @param grains the door to the patients
   * @param calls how they are called
   * @param inFlight how many calls may be under way at a time
   */
  public ReadBack(Grains grains, SureCalls calls, int inFlight) {
    this.grains = grains;
    this.calls = calls;
    this.window = new Window(inFlight, calls);
  }

  /**
   * Reads all patients that something is expected of.
   *
   * @param expected what must be there
   * @return what is there
   * @throws IntakeFailure if a patient cannot be read
   */
  public Findings run(Expectation expected) {
    expected.forEach(patient -> read(patient.key(), patient.values()));
    window.drain();
    return findings.get();
  }

  private void read(String patient, Set<Fact> expected) {
    window.enter();
    calls
        .call(() -> grains.get(Patient.class, patient).timeline())
        .whenComplete((timeline, problem) -> settle(patient, expected, timeline, problem));
  }

  private void settle(
      String patient,
      Set<Fact> expected,
      @Nullable Timeline timeline,
      @Nullable Throwable problem) {
    if (timeline == null) {
      window.leave(
          new IntakeFailure("patient " + patient + " could not be read: " + problem, problem));
    } else {
      findings.accumulateAndGet(compare(expected, timeline), Findings::plus);
      window.leave();
    }
  }

  static Findings compare(Set<Fact> expected, Timeline timeline) {
    Set<Fact> missing = new HashSet<>(expected);
    Set<Fact> seen = new HashSet<>();
    long doubled = 0;
    long unexpected = 0;
    for (var observation : timeline.observations()) {
      Fact fact = Fact.of(observation);
      if (!seen.add(fact)) {
        doubled++;
      } else if (!missing.remove(fact)) {
        unexpected++;
      }
    }
    return new Findings(1, seen.size(), missing.size(), doubled, unexpected);
  }
}
