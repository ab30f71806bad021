package dev.grains.clinic.intake;

import dev.grains.Grains;
import dev.grains.clinic.domain.Patient;
import dev.grains.clinic.domain.Registry;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Checks that the registries have every patient they should. They hear of patients after the
 * commit, so it waits for them; and as a member that dies takes along what it had not told them
 * yet, it asks patients that are missing for long to tell again. For one use and one thread.
 */
public final class RegistryCheck {

  private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();
  private static final long TELL_AGAIN_NANOS = Duration.ofSeconds(2).toNanos();
  private static final long GIVE_UP_NANOS = Duration.ofSeconds(30).toNanos();

  private final Grains grains;
  private final SureCalls calls;
  private final Set<String> toldAgain = new HashSet<>();

  /**
   * Creates a check.
   *
   * @param grains the door to the registries
   * @param calls how they are called
   */
  public RegistryCheck(Grains grains, SureCalls calls) {
    this.grains = grains;
    this.calls = calls;
  }

  /**
   * Waits until the registries are complete.
   *
   * @param expected what must be there
   * @return whether they are what they should be, within half a minute
   */
  public boolean run(Expectation expected) {
    Map<String, Set<String>> registries = expected.registries();
    long start = System.nanoTime();
    long tellAgain = start + TELL_AGAIN_NANOS;
    while (true) {
      Set<String> missing = new HashSet<>();
      boolean nobodyElse = look(registries, missing) || !expected.complete();
      long now = System.nanoTime();
      if (missing.isEmpty() || now > start + GIVE_UP_NANOS) {
        return missing.isEmpty() && nobodyElse;
      }
      if (now > tellAgain) {
        tellAgain = now + TELL_AGAIN_NANOS;
        toldAgain.addAll(missing);
        missing.forEach(patient -> ask(patient));
      }
      LockSupport.parkNanos(this, PAUSE_NANOS);
    }
  }

  /** How many patients had to tell the registries again. */
  public int toldAgain() {
    return toldAgain.size();
  }

  private boolean look(Map<String, Set<String>> registries, Set<String> missing) {
    boolean nobodyElse = true;
    for (Map.Entry<String, Set<String>> registry : registries.entrySet()) {
      Set<String> entered = entered(registry.getKey());
      registry.getValue().stream()
          .filter(patient -> !entered.contains(patient))
          .forEach(missing::add);
      nobodyElse &= registry.getValue().containsAll(entered);
    }
    return nobodyElse;
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
