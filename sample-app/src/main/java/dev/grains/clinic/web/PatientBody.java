package dev.grains.clinic.web;

import dev.grains.clinic.domain.Timeline;
import dev.grains.spring.web.Versioned;
import java.util.List;

/**
 * A patient with all observations, by time.
 *
 * @param id the patient
 * @param version the version, which is also the {@code ETag}
 * @param observations the observations
 */
record PatientBody(String id, long version, List<ObservationBody> observations)
    implements Versioned {

  static PatientBody of(String id, Timeline timeline) {
    return new PatientBody(
        id, timeline.version(), timeline.observations().stream().map(ObservationBody::of).toList());
  }
}
