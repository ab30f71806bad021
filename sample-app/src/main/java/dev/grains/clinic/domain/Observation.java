package dev.grains.clinic.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was measured of a patient, or diagnosed, at some time.
 *
 * @param at when
 * @param kind what sort of observation it is; {@value #DIAGNOSIS} for a diagnosis
 * @param name what was measured or diagnosed, never blank
 * @param value the measured number, null where there is none
 * @param attributes whatever else is known of it; it does not tell observations apart
 */
public record Observation(
    Instant at, String kind, String name, @Nullable Double value, Map<String, String> attributes) {

  /** The kind of diagnoses. */
  public static final String DIAGNOSIS = "event";

  /** Checks the parts. */
  public Observation {
    Objects.requireNonNull(at, "at");
    PlainText.require(kind, "the kind of an observation");
    PlainText.require(name, "the name of an observation");
    if (value != null && !Double.isFinite(value)) {
      throw new IllegalArgumentException("a value must be a finite number, was " + value);
    }
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    attributes.forEach(PlainText::requireAttribute);
  }

  /** Makes an observation without attributes. */
  public static Observation of(Instant at, String kind, String name, @Nullable Double value) {
    return new Observation(at, kind, name, value, Map.of());
  }

  /** Whether this is a diagnosis. */
  public boolean diagnosis() {
    return kind.equals(DIAGNOSIS);
  }

  /** Whether both say the same, whatever their attributes. */
  public boolean sameAs(Observation other) {
    return at.equals(other.at)
        && kind.equals(other.kind)
        && name.equals(other.name)
        && Objects.equals(value, other.value);
  }
}
