package dev.grains.benchmarks.compare.axon4;

import dev.grains.benchmarks.compare.Deposit;

/** The event. Names its account because an aggregate learns its identity from its first event. */
record MoneyDeposited(String account, Deposit deposit) {}
