package dev.grains.clinic.intake;

import dev.grains.Grains;
import dev.grains.clinic.domain.Patient;
import dev.grains.clinic.domain.Registry;
import dev.grains.clinic.files.Group;
import dev.grains.clinic.files.Groups;
import dev.grains.clinic.files.SpillSpace;
import dev.grains.clinic.files.SpillingSort;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Checks that the registries have every patient they should, one registry after the other. They
 * hear of patients after the commit, so it waits for them; and as a member that dies takes along
 * what it had not told them yet, it asks patients that are missing for long to tell again. For one
 * use and one thread.
 */
public final class RegistryCheck {

  private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();
  private static final long TELL_AGAIN_NANOS = Duration.ofSeconds(2).toNanos();
  private static final long GIVE_UP_NANOS = Duration.ofSeconds(30).toNanos();

  private final Grains grains;
  private final SureCalls calls;
  private final SpillSpace space;
  private final Set<String> toldAgain = new HashSet<>();
  private long patientUntil;

  /**
   * Creates a check.
   *
   * @param grains the door to the registries
   * @param calls how they are called
   * @param space where patients are put in the order of registries
   */
  public RegistryCheck(Grains grains, SureCalls calls, SpillSpace space) {
    this.grains = grains;
    this.calls = calls;
    this.space = space;
  }

  /**
   * Waits until the registries are complete.
   *
   * @param expected what must be there
   * @return whether they are what they should be; each has half a minute to become so
   */
  public boolean run(Expectation expected) {
    try (SpillingSort<Enrolment> enrolments =
        new SpillingSort<>(
            Enrolment.class, Enrolment::weight, Comparator.comparing(Enrolment::registry), space)) {
      expected.forEach(patient -> enrol(patient, enrolments));
      patientUntil = System.nanoTime() + TELL_AGAIN_NANOS;
      Iterator<Group<String>> registries =
          new Groups<>(enrolments.iterator(), Enrolment::registry, Enrolment::patient);
      boolean right = true;
      while (right && registries.hasNext()) {
        right = check(registries.next(), expected.complete());
      }
      return right;
    }
  }

  private static void enrol(Group<Fact> patient, SpillingSort<Enrolment> enrolments) {
    enrolments.add(new Enrolment(Registry.ofEveryone(patient.key()), patient.key()));
    patient.values().stream()
        .filter(Fact::diagnosis)
        .map(Fact::name)
        .distinct()
        .forEach(name -> enrolments.add(new Enrolment(Registry.ofDiagnosis(name), patient.key())));
  }

  private boolean check(Group<String> registry, boolean nobodyElse) {
    long giveUp = System.nanoTime() + GIVE_UP_NANOS;
    long tellAgain = patientUntil;
    while (true) {
      Set<String> entered = entered(registry.key());
      Set<String> missing = new HashSet<>(registry.values());
      missing.removeAll(entered);
      if (missing.isEmpty()) {
        return !nobodyElse || registry.values().containsAll(entered);
      }
      long now = System.nanoTime();
      if (now - giveUp > 0) {
        return false;
      }
      if (Thread.currentThread().isInterrupted()) {
        throw new IntakeFailure("interrupted while registries were checked", null);
      }
      if (now - tellAgain > 0) {
        tellAgain = now + TELL_AGAIN_NANOS;
        toldAgain.addAll(missing);
        missing.forEach(this::ask);
      } else {
        LockSupport.parkNanos(this, PAUSE_NANOS);
      }
    }
  }

  /** How many patients had to tell the registries again. */
  public int toldAgain() {
    return toldAgain.size();
  }

  private Set<String> entered(String key) {
    Registry registry = grains.get(Registry.class, key);
    return IntStream.range(0, Registry.PAGES)
        .mapToObj(page -> calls.call(() -> registry.patients(page)))
        .toList()
        .stream()
        .flatMap(page -> page.join().stream())
        .collect(Collectors.toSet());
  }

  private void ask(String patient) {
    calls.call(() -> grains.get(Patient.class, patient).enrol()).join();
  }
}
