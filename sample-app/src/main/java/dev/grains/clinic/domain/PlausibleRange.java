package dev.grains.clinic.domain;

import java.util.Map;

/**
 * The values that a measurement can have in a living patient.
 *
 * @param least the least value
 * @param greatest the greatest value
 * @param unit what they are measured in
 */
record PlausibleRange(double least, double greatest, String unit) {

  private static final Map<String, PlausibleRange> BY_NAME =
      Map.of("sbp", new PlausibleRange(30, 300, "mmHg"));

  /**
   * Refuses an observation whose value is out of range.
   *
   * @throws ImplausibleValue if it is
   */
  static void check(Observation observation) {
    PlausibleRange range = BY_NAME.get(observation.name());
    Double value = observation.value();
    if (range != null && value != null && (value < range.least || value > range.greatest)) {
      throw new ImplausibleValue(
          observation.name()
              + " of "
              + number(value)
              + " "
              + range.unit
              + " is not plausible, it must be "
              + number(range.least)
              + " to "
              + number(range.greatest));
    }
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
