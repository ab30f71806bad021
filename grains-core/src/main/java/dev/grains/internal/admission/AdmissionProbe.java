package dev.grains.internal.admission;

import dev.grains.internal.call.Batch;

/** Sees every admission. Production does nothing; tests make Hazelcast's repetitions happen. */
@FunctionalInterface
public interface AdmissionProbe {

  /** Does nothing. */
  AdmissionProbe NONE = batch -> false;

  /** Returns whether to run the admission of a batch twice, as Hazelcast may do. */
  boolean repeats(Batch batch);
}
