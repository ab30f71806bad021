package dev.grains.benchmarks.axon5;

import org.axonframework.eventsourcing.annotation.EventSourcedEntity;
import org.axonframework.eventsourcing.annotation.EventSourcingHandler;
import org.axonframework.eventsourcing.annotation.reflection.EntityCreator;
import org.axonframework.messaging.commandhandling.annotation.CommandHandler;
import org.axonframework.messaging.eventhandling.gateway.EventAppender;

/** The entity. */
@EventSourcedEntity(tagKey = "Account")
final class Account {

  private long balance;

  /** Creates an account without events. */
  @EntityCreator
  Account() {}

  @CommandHandler
  long deposit(DepositMoney command, EventAppender events) {
    events.append(new MoneyDeposited(command.account(), command.deposit().checked()));
    return balance;
  }

  @EventSourcingHandler
  void on(MoneyDeposited event) {
    balance += event.deposit().cents();
  }
}
