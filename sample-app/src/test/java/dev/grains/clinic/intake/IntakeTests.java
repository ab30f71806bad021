package dev.grains.clinic.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.grains.Grains;
import dev.grains.Limits;
import dev.grains.clinic.domain.Observation;
import dev.grains.clinic.domain.Patient;
import dev.grains.clinic.domain.PatientGrain;
import dev.grains.clinic.domain.Registry;
import dev.grains.clinic.domain.RegistryGrain;
import dev.grains.clinic.files.SpillSpace;
import dev.grains.clinic.log.BadRow;
import dev.grains.clinic.log.Entry;
import dev.grains.clinic.log.EventLog;
import dev.grains.clinic.log.LogFormat;
import dev.grains.test.GrainCluster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTests {

  private static final long ROWS = 20_000;
  private static final Instant DAY = Instant.parse("2001-01-01T00:00:00Z");

  private static final SpillSpace SPACE =
      SpillSpace.in(Path.of(System.getProperty("java.io.tmpdir")));

  private final SureCalls calls = new SureCalls(Duration.ofSeconds(30));
  private final Rejects rejects = new Rejects();
  private GrainCluster cluster;
  private Grains grains;

  private record Rejects(Queue<BadRow> rows) implements Ledger {

    Rejects() {
      this(new ConcurrentLinkedQueue<>());
    }

    @Override
    public void acknowledged(Entry entry) {}

    @Override
    public void refused(BadRow row) {
      rows.add(row);
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
                    .register(Registry.class, RegistryGrain::new)
                    .callTimeout(Duration.ofSeconds(60)) // made again, a call is a duplicate
                    .limits(Limits.defaults().withCalls(10_000, 256)));
    grains = cluster.member(0);
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  @ParameterizedTest
  @ValueSource(longs = {100_000, Long.MAX_VALUE})
  void recordsWhatTheLogSays(long memory) throws IOException {
    SpillSpace space = new SpillSpace(SPACE.directory(), memory);
    Recount truth;
    try (InputStream in = bundled()) {
      truth = Recount.of(in, ROWS);
    }
    try (InputStream in = bundled();
        EventLog log = EventLog.read(in, LogFormat.BUNDLED, ROWS, space);
        Told told = new Told(log, space)) {
      Intake intake = new Intake(grains, calls, 256, told);
      RegistryCheck registries = new RegistryCheck(grains, calls, space);

      intake.run(log.entries());

      Tally tally = intake.tally();
      assertThat(tally.recorded()).isEqualTo(truth.recorded());
      assertThat(tally.duplicates()).isEqualTo(truth.duplicates());
      assertThat(tally.refused()).isEqualTo(truth.rejected());
      assertThat(log.badRows()).hasSize((int) truth.rejected());
      assertThat(tally.latencies().quantile(0.5)).isPositive();
      assertThat(told)
          .hasSize((int) truth.patients())
          .allSatisfy(
              patient -> assertThat(patient.values()).isEqualTo(truth.facts().get(patient.key())));
      assertThat(new ReadBack(grains, calls, 256).run(told))
          .isEqualTo(new Findings(truth.patients(), truth.recorded(), 0, 0, 0));
      assertThat(registries.run(Expectation.of(truth.facts(), true))).isTrue();
      assertThat(registries.toldAgain()).isZero();
    }
  }

  private static InputStream bundled() {
    return Objects.requireNonNull(EventLog.class.getResourceAsStream("/data/nafld-events.csv.gz"));
  }

  @Test
  void setsAsideWhatPatientsRefuse() {
    Intake intake = new Intake(grains, calls, 4, rejects);

    intake.run(List.of(sbp(2, 120), sbp(3, 13_682), sbp(4, 120), sbp(5, 0)));

    assertThat(intake.tally().recorded()).isEqualTo(1);
    assertThat(intake.tally().duplicates()).isEqualTo(1);
    assertThat(intake.tally().refused()).isEqualTo(2);
    assertThat(rejects.rows())
        .containsExactlyInAnyOrder(
            new BadRow(3, "sbp of 13682 mmHg is not plausible, it must be 30 to 300", "row 3"),
            new BadRow(5, "sbp of 0 mmHg is not plausible, it must be 30 to 300", "row 5"));
    assertThat(intake.tally().settled()).isEqualTo(4);
  }

  private static Entry sbp(long line, double value) {
    return new Entry(line, "1", Observation.of(DAY, "lab", "sbp", value), "row " + line);
  }

  @Test
  void runsAnActionWhileRowsAreUnderWay() {
    List<Entry> entries = new ArrayList<>();
    for (int line = 0; line < 100; line++) {
      entries.add(sbp(line, 100 + line));
    }
    AtomicLong sent = new AtomicLong();
    Intake intake = new Intake(grains, calls, 10, rejects);

    intake.after(50, () -> sent.set(intake.tally().settled())).run(entries);

    assertThat(sent.get()).isBetween(40L, 50L);
    assertThat(intake.tally().recorded()).isEqualTo(100);
  }

  @Test
  void endsWhenNobodyAnswers() {
    grains.close();
    Intake intake = new Intake(grains, new SureCalls(Duration.ofMillis(200)), 4, rejects);

    assertThatExceptionOfType(IntakeFailure.class)
        .isThrownBy(() -> intake.run(List.of(sbp(2, 120))))
        .withMessageContaining("the row in line 2 could not be recorded");
  }
}
