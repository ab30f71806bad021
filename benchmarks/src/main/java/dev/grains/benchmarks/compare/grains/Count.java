package dev.grains.benchmarks.compare.grains;

/**
 * The state of a counter.
 *
 * @param value the value
 */
public record Count(long value) {}
