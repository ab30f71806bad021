package dev.grains.clinic.web;

import dev.grains.clinic.domain.Observation;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An observation as it is sent and received.
 *
 * @param at when, ISO-8601 with an offset
 * @param kind what sort of observation; {@code event} if it is left out
 * @param name what was observed
 * @param value the measured number, if there is one
 * @param attributes whatever else is known of it
 */
record ObservationBody(
    @Nullable Instant at,
    @Nullable String kind,
    @Nullable String name,
    @Nullable Double value,
    @Nullable Map<String, String> attributes) {

  static ObservationBody of(Observation observation) {
    return new ObservationBody(
        observation.at(),
        observation.kind(),
        observation.name(),
        observation.value(),
        observation.attributes().isEmpty() ? null : observation.attributes());
  }

  Observation toObservation() {
    if (at == null || name == null) {
      throw new IllegalArgumentException("an observation needs 'at' and 'name'");
    }
    return new Observation(
        at,
        kind == null ? Observation.DIAGNOSIS : kind,
        name,
        value,
        attributes == null ? Map.of() : attributes);
  }
}
