package dev.grains.benchmarks.axon5;

import dev.grains.benchmarks.compare.Deposit;
import org.axonframework.eventsourcing.annotation.EventTag;

/** The event. */
record MoneyDeposited(@EventTag(key = "Account") String account, Deposit deposit) {}
