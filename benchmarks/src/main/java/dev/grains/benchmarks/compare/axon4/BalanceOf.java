package dev.grains.benchmarks.compare.axon4;

/** The query. */
record BalanceOf(String account) {}
