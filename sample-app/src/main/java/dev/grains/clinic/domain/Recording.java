package dev.grains.clinic.domain;

/**
 * What came of an observation that a patient was told.
 *
 * @param outcome whether it was new
 * @param version the version of the patient afterwards
 */
public record Recording(Outcome outcome, long version) {

  /** Whether an observation was new. */
  public enum Outcome {
    /** It was new, and is part of the timeline now. */
    RECORDED,
    /** It was known already, and nothing has changed. */
    DUPLICATE
  }
}
