package dev.grains.clinic.domain;

import dev.grains.annotation.Grain;
import dev.grains.annotation.ReadOnly;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** A patient: remembers what was observed, in whatever order it becomes known. */
// tag::contract[]
@Grain("patient")
public interface Patient {

  /** Records an observation, unless it is known already. */
  CompletionStage<Recording> record(Observation observation) throws ImplausibleValue;

  /** Has the registries told of this patient again, and returns how many. */
  CompletionStage<Integer> enrol();

  @ReadOnly
  CompletionStage<Timeline> timeline();

  /** The latest observation of each name. */
  @ReadOnly
  Map<String, Observation> latest();

  /** The diagnoses, each with the time it was first made. */
  @ReadOnly
  Map<String, Instant> diagnoses();
}
// end::contract[]
