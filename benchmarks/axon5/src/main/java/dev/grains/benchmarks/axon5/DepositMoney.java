package dev.grains.benchmarks.axon5;

import dev.grains.benchmarks.compare.Deposit;
import org.axonframework.modelling.annotation.TargetEntityId;

/** The command. */
record DepositMoney(@TargetEntityId String account, Deposit deposit) {}
