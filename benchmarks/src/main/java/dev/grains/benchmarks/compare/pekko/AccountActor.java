package dev.grains.benchmarks.compare.pekko;

import dev.grains.benchmarks.compare.Deposit;
import org.apache.pekko.persistence.typed.PersistenceId;
import org.apache.pekko.persistence.typed.javadsl.CommandHandler;
import org.apache.pekko.persistence.typed.javadsl.Effect;
import org.apache.pekko.persistence.typed.javadsl.EventHandler;
import org.apache.pekko.persistence.typed.javadsl.EventSourcedBehavior;

/** An account whose state is its balance and whose events are the deposits. */
final class AccountActor extends EventSourcedBehavior<Command, Deposit, Long> {

  AccountActor(PersistenceId id) {
    super(id);
  }

  @Override
  public Long emptyState() {
    return 0L;
  }

  @Override
  public CommandHandler<Command, Deposit, Long> commandHandler() {
    return newCommandHandlerBuilder()
        .forAnyState()
        .onCommand(Command.Put.class, this::put)
        .onCommand(Command.Read.class, this::read)
        .build();
  }

  @Override
  public EventHandler<Long, Deposit> eventHandler() {
    return (balance, deposit) -> balance + deposit.cents();
  }

  private Effect<Deposit, Long> put(Command.Put command) {
    return Effect()
        .persist(command.deposit().checked())
        .thenReply(command.replyTo(), balance -> balance);
  }

  private Effect<Deposit, Long> read(Long balance, Command.Read command) {
    return Effect().reply(command.replyTo(), balance);
  }
}
