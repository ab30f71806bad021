package dev.grains.clinic.log;

/**
 * A row of a log that cannot be told to a patient, or was refused.
 *
 * @param line the number of its first line
 * @param reason what is wrong with it
 * @param text the row as it stands in the file
 */
public record BadRow(long line, String reason, String text) {

  private static final int OBJECTS = 200;

  /** Roughly how many bytes of memory it takes. */
  int weight() {
    return OBJECTS + 2 * reason.length() + 2 * text.length();
  }
}
