package dev.grains.benchmarks.compare.axon4;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** The aggregate. */
final class Account {

  @AggregateIdentifier private @Nullable String id;
  private long balance;

  /** Used by Axon to load an account. */
  Account() {}

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  long deposit(DepositMoney command) {
    apply(new MoneyDeposited(command.account(), command.deposit().checked()));
    return balance;
  }

  @EventSourcingHandler
  void on(MoneyDeposited event) {
    id = event.account();
    balance += event.deposit().cents();
  }

  @Override
  public String toString() {
    return id + ": " + balance;
  }
}
