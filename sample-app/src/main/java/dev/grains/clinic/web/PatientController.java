package dev.grains.clinic.web;

import dev.grains.CallOptions;
import dev.grains.Grains;
import dev.grains.clinic.domain.Patient;
import dev.grains.clinic.domain.Recording.Outcome;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Patients over HTTP. */
@RestController
@RequestMapping("/patients/{id}")
final class PatientController {

  private final Grains grains;

  PatientController(Grains grains) {
    this.grains = grains;
  }

  // tag::record[]
  @PostMapping("/observations")
  CompletionStage<ResponseEntity<RecordingBody>> record(
      @PathVariable String id, @RequestBody ObservationBody body, CallOptions options) {
    return grains
        .get(Patient.class, id, options) // Idempotency-Key and If-Match of the request
        .record(body.toObservation())
        .thenApply(
            recording ->
                ResponseEntity.status(
                        recording.outcome() == Outcome.RECORDED
                            ? HttpStatus.CREATED
                            : HttpStatus.OK)
                    .body(RecordingBody.of(recording)));
  }

  // end::record[]

  @GetMapping
  CompletionStage<PatientBody> patient(@PathVariable String id) {
    return grains
        .get(Patient.class, id)
        .timeline()
        .thenApply(
            timeline -> {
              if (timeline.version() == 0) {
                throw new ResponseStatusException(
                    HttpStatus.NOT_FOUND, "Nothing is known of this patient.");
              }
              return PatientBody.of(id, timeline);
            });
  }

  @GetMapping("/latest")
  Map<String, ObservationBody> latest(@PathVariable String id) {
    Map<String, ObservationBody> latest = new LinkedHashMap<>();
    grains
        .get(Patient.class, id)
        .latest()
        .forEach((name, observation) -> latest.put(name, ObservationBody.of(observation)));
    return latest;
  }

  @GetMapping("/diagnoses")
  Map<String, Instant> diagnoses(@PathVariable String id) {
    return grains.get(Patient.class, id).diagnoses();
  }
}
