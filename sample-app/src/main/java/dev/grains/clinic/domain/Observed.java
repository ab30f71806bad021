package dev.grains.clinic.domain;

import dev.grains.annotation.EventType;

/**
 * An observation of a patient has become known.
 *
 * @param observation the observation
 */
@EventType("observed")
public record Observed(Observation observation) {}
