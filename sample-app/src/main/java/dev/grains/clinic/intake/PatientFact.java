package dev.grains.clinic.intake;

/**
 * A fact and whose it is.
 *
 * @param patient the key of the patient
 * @param fact the fact
 */
record PatientFact(String patient, Fact fact) {

  private static final int OBJECTS = 200;

  /** Roughly how many bytes of memory it takes. */
  int weight() {
    return OBJECTS + 2 * patient.length() + 2 * fact.name().length();
  }
}
