package dev.grains.clinic.log;

import dev.grains.clinic.domain.Observation;

/**
 * A row of a log that can be told to a patient.
 *
 * @param line the number of its first line
 * @param patient the key of the patient
 * @param observation what was observed
 * @param text the row as it stands in the file
 */
public record Entry(long line, String patient, Observation observation, String text) {

  private static final int OBJECTS = 300;
  private static final int ATTRIBUTE = 100;

  /** Roughly how many bytes of memory it takes. */
  int weight() {
    // the text has everything once more; two bytes a character where it is not plain
    return OBJECTS + ATTRIBUTE * observation.attributes().size() + 3 * text.length();
  }
}
