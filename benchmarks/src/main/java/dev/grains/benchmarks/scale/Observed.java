package dev.grains.benchmarks.scale;

/**
 * The event.
 *
 * @param day the day of the observation
 */
public record Observed(long day) {}
