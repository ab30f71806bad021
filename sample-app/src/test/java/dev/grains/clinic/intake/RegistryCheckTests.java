package dev.grains.clinic.intake;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.Grain;
import dev.grains.Grains;
import dev.grains.clinic.domain.Observation;
import dev.grains.clinic.domain.Patient;
import dev.grains.clinic.domain.PatientGrain;
import dev.grains.clinic.domain.Registry;
import dev.grains.clinic.files.SpillSpace;
import dev.grains.test.GrainCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistryCheckTests {

  private static final Instant DAY = Instant.parse("2001-01-01T00:00:00Z");

  private GrainCluster cluster;
  private Grains grains;

  /** A registry that enters nobody who is mentioned only once. */
  static final class HardOfHearing extends Grain implements Registry {

    private final Set<String> mentioned = new HashSet<>();
    private final Set<String> entered = new HashSet<>();

    @Override
    public void enrol(String patient) {
      if (!mentioned.add(patient)) {
        entered.add(patient);
      }
    }

    @Override
    public int count() {
      return entered.size();
    }

    @Override
    public CompletionStage<Set<String>> patients(int page) {
      return completedFuture(page == 0 ? Set.copyOf(entered) : Set.of());
    }
  }

  @BeforeEach
  void start() {
    cluster =
        GrainCluster.of(
            1,
            builder ->
                builder
                    .register(Patient.class, PatientGrain::new)
                    .register(Registry.class, HardOfHearing::new));
    grains = cluster.member(0);
    record("1");
    record("2");
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  private void record(String patient) {
    grains
        .get(Patient.class, patient)
        .record(Observation.of(DAY, "event", "stroke", null))
        .toCompletableFuture()
        .join();
  }

  @Test
  void registriesHearAgainOfPatientsThatTheyMissed() {
    RegistryCheck check = check();

    assertThat(check.run(strokesOf(true, "1", "2"))).isTrue();
    assertThat(check.toldAgain()).isEqualTo(2);
    assertThat(grains.get(Registry.class, Registry.ofDiagnosis("stroke")).count()).isEqualTo(2);
  }

  @Test
  void othersMayBeInARegistryUnlessNobodyElseIsExpected() {
    check().run(strokesOf(true, "1", "2"));

    assertThat(check().run(strokesOf(false, "1"))).isTrue();
    assertThat(check().run(strokesOf(true, "1"))).isFalse();
  }

  private RegistryCheck check() {
    return new RegistryCheck(
        grains,
        new SureCalls(Duration.ofSeconds(30)),
        SpillSpace.in(Path.of(System.getProperty("java.io.tmpdir"))));
  }

  private static Expectation strokesOf(boolean complete, String... patients) {
    Map<String, Set<Fact>> strokes = new HashMap<>();
    for (String patient : patients) {
      strokes.put(patient, Set.of(new Fact(DAY, "event", "stroke", null)));
    }
    return Expectation.of(strokes, complete);
  }
}
