package dev.grains.test.data;

/**
 * One row of the clinic observations.
 *
 * @param person the person
 * @param days days from the person's index date
 * @param kind lab or event
 * @param name what was measured or diagnosed
 * @param value the measured number as written, empty for a diagnosis
 */
record Observation(String person, int days, String kind, String name, String value) {

  static Observation parse(String row) {
    String[] fields = row.split(",", -1);
    if (fields.length != 5) {
      throw new IllegalArgumentException(
          "an observation has 5 fields, this row " + fields.length + ": " + row);
    }
    return new Observation(fields[0], Integer.parseInt(fields[1]), fields[2], fields[3], fields[4]);
  }
}
