package dev.grains.clinic.web;

import dev.grains.clinic.domain.Recording;
import dev.grains.spring.web.Versioned;

/**
 * What has come of an observation.
 *
 * @param outcome whether it was new
 * @param version the version of the patient, which is also the {@code ETag}
 */
record RecordingBody(Recording.Outcome outcome, long version) implements Versioned {

  static RecordingBody of(Recording recording) {
    return new RecordingBody(recording.outcome(), recording.version());
  }
}
