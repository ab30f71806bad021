package dev.grains.clinic.domain;

import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.grains.EventSourcedGrain;
import dev.grains.annotation.NonBlocking;
import dev.grains.clinic.domain.Recording.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The patient. Registries hear of it after the commit, as often as it takes. */
// tag::grain[]
@NonBlocking
public final class PatientGrain extends EventSourcedGrain<Chart, Observed> implements Patient {

  @Override
  protected Chart initialState() {
    return Chart.EMPTY;
  }

  @Override
  protected Chart apply(Chart chart, Observed event) {
    return chart.with(event.observation());
  }

  @Override
  public CompletionStage<Recording> record(Observation observation) throws ImplausibleValue {
    PlausibleRange.check(observation);
    Outcome outcome = Outcome.DUPLICATE;
    if (!state().knows(observation)) {
      emit(new Observed(observation));
      outcome = Outcome.RECORDED;
    }
    enrolIn(registriesOf(observation));
    return completedFuture(new Recording(outcome, version()));
  }

  // end::grain[]

  // also for a duplicate: the member that recorded it may have died before it told the registries
  private List<String> registriesOf(Observation observation) {
    List<String> registries = new ArrayList<>(2);
    if (state().observations().get(0).sameAs(observation)) {
      registries.add(Registry.ofEveryone(id().key()));
    }
    if (observation.diagnosis()) {
      registries.add(Registry.ofDiagnosis(observation.name()));
    }
    return registries;
  }

  @Override
  public CompletionStage<Integer> enrol() {
    List<String> registries = new ArrayList<>();
    if (version() > 0) {
      registries.add(Registry.ofEveryone(id().key()));
    }
    state().diagnoses().keySet().forEach(name -> registries.add(Registry.ofDiagnosis(name)));
    enrolIn(registries);
    return completedFuture(registries.size());
  }

  private void enrolIn(List<String> registries) {
    String patient = id().key();
    for (String key : registries) {
      Registry registry = grains().get(Registry.class, key);
      afterCommit(() -> registry.enrol(patient));
    }
  }

  @Override
  public CompletionStage<Timeline> timeline() {
    return completedFuture(new Timeline(version(), state().timeline()));
  }

  @Override
  public Map<String, Observation> latest() {
    return state().latest();
  }

  @Override
  public Map<String, Instant> diagnoses() {
    return state().diagnoses();
  }
}
