package dev.grains.clinic.intake;

import dev.grains.clinic.domain.Observation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What tells one observation of a patient from the others.
 *
 * @param at when
 * @param kind what sort of observation
 * @param name what was observed
 * @param value the measured number, null where there is none
 */
public record Fact(Instant at, String kind, String name, @Nullable Double value) {

  /** The fact that an observation states. */
  public static Fact of(Observation observation) {
    return new Fact(observation.at(), observation.kind(), observation.name(), observation.value());
  }

  /** Whether this is a diagnosis. */
  public boolean diagnosis() {
    return kind.equals(Observation.DIAGNOSIS);
  }
}
