package dev.grains.benchmarks.axon5;

/** The query. */
record BalanceOf(String account) {}
