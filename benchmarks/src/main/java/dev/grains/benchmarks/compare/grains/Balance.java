package dev.grains.benchmarks.compare.grains;

/**
 * The state of an account.
 *
 * @param cents the balance
 */
public record Balance(long cents) {}
