package dev.grains.clinic.log;

import org.jspecify.annotations.Nullable;

/**
 * Where in the rows of a log the parts of an observation are found. Immutable.
 *
 * @param id the column of the patient
 * @param time the column of the time
 * @param name the column of what was observed
 * @param kind the column of the kind; null for {@code kind}, if there is such a column
 * @param value the column of the value; null for {@code value}, if there is such a column
 * @param attributes whether all other columns are kept as attributes
 * @param delimiter what stands between columns; null to find out from the header
 */
public record LogFormat(
    String id,
    String time,
    String name,
    @Nullable String kind,
    @Nullable String value,
    boolean attributes,
    @Nullable Character delimiter) {

  /** The format of the bundled log. */
  public static final LogFormat BUNDLED =
      new LogFormat("id", "days", "name", null, null, false, null);
}
