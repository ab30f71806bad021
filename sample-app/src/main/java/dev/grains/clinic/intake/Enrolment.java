package dev.grains.clinic.intake;

/**
 * A patient who must be in a registry.
 *
 * @param registry the key of the registry
 * @param patient the key of the patient
 */
record Enrolment(String registry, String patient) {

  private static final int OBJECTS = 120;

  /** Roughly how many bytes of memory it takes. */
  int weight() {
    return OBJECTS + 2 * registry.length() + 2 * patient.length();
  }
}
