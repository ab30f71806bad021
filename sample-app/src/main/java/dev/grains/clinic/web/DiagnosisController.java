package dev.grains.clinic.web;

import dev.grains.Grains;
import dev.grains.clinic.domain.Registry;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The registries of diagnoses over HTTP. */
@RestController
final class DiagnosisController {

  private final Grains grains;

  DiagnosisController(Grains grains) {
    this.grains = grains;
  }

  /**
   * A diagnosis and how many patients have it.
   *
   * @param name the diagnosis
   * @param patients how many patients its registry has
   */
  record DiagnosisBody(String name, int patients) {}

  @GetMapping("/diagnoses/{name}")
  DiagnosisBody diagnosis(@PathVariable String name) {
    return new DiagnosisBody(name, grains.get(Registry.class, Registry.ofDiagnosis(name)).count());
  }
}
