package dev.grains.clinic.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.DeactivationReason;
import dev.grains.clinic.domain.Recording.Outcome;
import dev.grains.test.GrainFixture;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatientGrainTests {

  private static final Instant MONDAY = Instant.parse("2001-01-01T00:00:00Z");
  private static final Instant TUESDAY = Instant.parse("2001-01-02T00:00:00Z");
  private static final Observation HDL = Observation.of(MONDAY, "lab", "hdl", 75.0);
  private static final Observation STROKE = Observation.of(TUESDAY, "event", "stroke", null);

  // tag::fixture[]
  private final GrainFixture<Patient, Chart, Observed> patient =
      GrainFixture.eventSourced(Patient.class, PatientGrain::new).key("10020");

  @Test
  void recordsAnObservation() {
    patient
        .when(grain -> grain.timeline().toCompletableFuture().join().observations())
        .thenReply(List.of())
        .and()
        .whenAsync(grain -> grain.record(HDL))
        .thenReply(new Recording(Outcome.RECORDED, 1))
        .thenEvents(new Observed(HDL));
  }

  @Test
  void recordsTheSameObservationOnce() {
    patient
        .given(new Observed(HDL))
        .whenAsync(grain -> grain.record(HDL))
        .thenReply(new Recording(Outcome.DUPLICATE, 1))
        .thenNoEvents();
  }

  // end::fixture[]

  @Test
  void tellsObservationsApartByTimeKindNameAndValue() {
    List<Observation> others =
        List.of(
            Observation.of(TUESDAY, "lab", "hdl", 75.0),
            Observation.of(MONDAY, "event", "hdl", 75.0),
            Observation.of(MONDAY, "lab", "ldl", 75.0),
            Observation.of(MONDAY, "lab", "hdl", 75.5),
            Observation.of(MONDAY, "lab", "hdl", null));

    assertThat(others)
        .allSatisfy(
            other ->
                GrainFixture.eventSourced(Patient.class, PatientGrain::new)
                    .given(new Observed(HDL))
                    .whenAsync(grain -> grain.record(other))
                    .thenReply(new Recording(Outcome.RECORDED, 2)));
  }

  @Test
  void takesAnObservationWithOtherAttributesForTheSame() {
    Observation annotated = new Observation(MONDAY, "lab", "hdl", 75.0, Map.of("ward", "7"));

    patient
        .given(new Observed(HDL))
        .whenAsync(grain -> grain.record(annotated))
        .thenReply(new Recording(Outcome.DUPLICATE, 1));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 29.9, 300.1, 13682, -120})
  void refusesABloodPressureThatNobodyHas(double value) {
    patient
        .whenAsync(grain -> grain.record(Observation.of(MONDAY, "lab", "sbp", value)))
        .thenFails(
            ImplausibleValue.class,
            refusal -> assertThat(refusal).hasMessageEndingWith("it must be 30 to 300"))
        .thenNoEvents()
        .thenAfterCommit(0);
  }

  @ParameterizedTest
  @ValueSource(doubles = {30, 120.5, 300})
  void takesABloodPressureThatSomebodyHas(double value) {
    patient
        .whenAsync(grain -> grain.record(Observation.of(MONDAY, "lab", "sbp", value)))
        .thenReply(new Recording(Outcome.RECORDED, 1));
  }

  @Test
  void putsLateNewsInTheirPlace() {
    Observation before = Observation.of(MONDAY.minusSeconds(1), "lab", "hdl", 60.0);

    patient
        .given(new Observed(STROKE), new Observed(HDL))
        .whenAsync(grain -> grain.record(before))
        .thenSucceeds()
        .and()
        .whenAsync(Patient::timeline)
        .thenReply(new Timeline(3, List.of(before, HDL, STROKE)));
  }

  @Test
  void knowsTheLatestValueOfEachName() {
    Observation later = Observation.of(TUESDAY, "lab", "hdl", 80.0);

    patient
        .given(new Observed(later), new Observed(HDL), new Observed(STROKE))
        .when(Patient::latest)
        .thenReply(Map.of("hdl", later, "stroke", STROKE));
  }

  @Test
  void takesTheLastRecordedForTheLatestOfEqualTimes() {
    Observation corrected = Observation.of(MONDAY, "lab", "hdl", 80.0);

    patient
        .given(new Observed(HDL), new Observed(corrected))
        .when(Patient::latest)
        .thenReply(Map.of("hdl", corrected));
  }

  @Test
  void knowsWhenADiagnosisWasFirstMade() {
    patient
        .given(
            new Observed(STROKE),
            new Observed(Observation.of(MONDAY, "event", "stroke", null)),
            new Observed(HDL))
        .when(Patient::diagnoses)
        .thenReply(Map.of("stroke", MONDAY));
  }

  @Test
  void tellsTheRegistriesOnceTheObservationIsDurable() {
    RecordingRegistry everyone = new RecordingRegistry();
    RecordingRegistry stroke = new RecordingRegistry();

    patient
        .standIn(Registry.class, Registry.ofEveryone("10020"), everyone)
        .standIn(Registry.class, "diagnosis:stroke", stroke)
        .whenAsync(grain -> grain.record(STROKE))
        .thenAfterCommit(2)
        .runAfterCommit()
        .and()
        .whenAsync(grain -> grain.record(HDL))
        .thenAfterCommit(0);

    assertThat(everyone.enrolled).containsExactly("10020");
    assertThat(stroke.enrolled).containsExactly("10020");
  }

  @Test
  void tellsTheRegistriesAgainWhenADiagnosisIsRepeated() {
    RecordingRegistry stroke = new RecordingRegistry();

    patient
        .given(new Observed(HDL), new Observed(STROKE))
        .standIn(Registry.class, "diagnosis:stroke", stroke)
        .whenAsync(grain -> grain.record(STROKE))
        .thenReply(new Recording(Outcome.DUPLICATE, 2))
        .thenAfterCommit(1)
        .runAfterCommit();

    assertThat(stroke.enrolled).containsExactly("10020");
  }

  @Test
  void tellsAllRegistriesAgainWhenAsked() {
    RecordingRegistry everyone = new RecordingRegistry();
    RecordingRegistry stroke = new RecordingRegistry();

    patient
        .given(new Observed(HDL), new Observed(STROKE))
        .standIn(Registry.class, Registry.ofEveryone("10020"), everyone)
        .standIn(Registry.class, "diagnosis:stroke", stroke)
        .whenAsync(Patient::enrol)
        .thenReply(2)
        .runAfterCommit();

    assertThat(everyone.enrolled).containsExactly("10020");
    assertThat(stroke.enrolled).containsExactly("10020");
  }

  @Test
  void tellsNoRegistryOfAPatientThatNobodyHasSeen() {
    patient.whenAsync(Patient::enrol).thenReply(0).thenAfterCommit(0);
  }

  @Test
  void keepsWhatItKnowsWhenItLeavesMemory() {
    patient
        .whenAsync(grain -> grain.record(HDL))
        .thenSucceeds()
        .and()
        .deactivate(DeactivationReason.IDLE)
        .whenAsync(Patient::timeline)
        .thenReply(new Timeline(1, List.of(HDL)));
  }

  private static final class RecordingRegistry implements Registry {

    private final List<String> enrolled = new ArrayList<>();

    @Override
    public void enrol(String patient) {
      enrolled.add(patient);
    }

    @Override
    public int count() {
      return enrolled.size();
    }

    @Override
    public CompletionStage<Set<String>> patients(int page) {
      return CompletableFuture.completedFuture(Set.copyOf(enrolled));
    }
  }
}
