package dev.grains.clinic.domain;

import dev.grains.annotation.EventType;

/**
 * A patient has been entered in a registry.
 *
 * @param patient the key of the patient
 */
@EventType("enrolled")
public record Enrolled(String patient) {}
