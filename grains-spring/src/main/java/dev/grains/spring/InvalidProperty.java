package dev.grains.spring;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/** Names the property behind a value that cannot work. */
final class InvalidProperty {

  private InvalidProperty() {}

  static InvalidConfigurationPropertyValueException of(
      String name, @Nullable Object value, String reason) {
    return new InvalidConfigurationPropertyValueException("grains." + name, value, reason);
  }

  static int atLeast(int least, int value, String name) {
    if (value < least) {
      throw of(name, value, "It must be " + least + " or more.");
    }
    return value;
  }

  static void notNegative(Duration value, String name) {
    if (value.isNegative()) {
      throw of(name, value, "It must not be negative.");
    }
  }

  static Duration positive(Duration value, String name) {
    if (value.isZero() || value.isNegative()) {
      throw of(name, value, "It must be more than zero.");
    }
    return value;
  }
}
