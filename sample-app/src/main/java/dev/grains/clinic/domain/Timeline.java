package dev.grains.clinic.domain;

import java.util.List;

/**
 * All observations of a patient.
 *
 * @param version the version of the patient, 0 for one that nobody has told anything
 * @param observations the observations by time, those of the same time as they were recorded
 */
public record Timeline(long version, List<Observation> observations) {

  /** Copies the list. */
  public Timeline {
    observations = List.copyOf(observations);
  }
}
