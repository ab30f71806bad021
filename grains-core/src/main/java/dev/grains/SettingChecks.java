package dev.grains;

import java.time.Duration;
import java.util.Objects;

/** Checks the values of settings. */
final class SettingChecks {

  /** Longer than anything runs; what is longer still means "for ever" and counts as this. */
  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  private SettingChecks() {}

  static Duration positive(Duration duration, String name) {
    Objects.requireNonNull(duration, name);
    if (duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException(name + " must be more than zero, was " + duration);
    }
    return duration.compareTo(FOR_EVER) > 0 ? FOR_EVER : duration;
  }

  static void within(int value, int least, int most, String name) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          name + " must be " + least + " to " + most + ", was " + value);
    }
  }
}
