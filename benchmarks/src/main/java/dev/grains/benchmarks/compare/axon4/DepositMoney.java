package dev.grains.benchmarks.compare.axon4;

import dev.grains.benchmarks.compare.Deposit;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The command. */
record DepositMoney(@TargetAggregateIdentifier String account, Deposit deposit) {}
