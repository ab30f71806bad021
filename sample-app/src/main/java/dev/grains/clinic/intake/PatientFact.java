package dev.grains.clinic.intake;

/**
 * A fact and whose it is.
 *
 * @param patient the key of the patient
 * @param fact the fact
 */
record PatientFact(String patient, Fact fact) {}
