package dev.grains.benchmarks.compare.pekko;

import org.apache.pekko.actor.typed.Behavior;
import org.apache.pekko.actor.typed.javadsl.AbstractBehavior;
import org.apache.pekko.actor.typed.javadsl.ActorContext;
import org.apache.pekko.actor.typed.javadsl.Receive;

/** A counter in an actor. */
final class CounterActor extends AbstractBehavior<Command> {

  private long value;

  CounterActor(ActorContext<Command> context) {
    super(context);
  }

  @Override
  public Receive<Command> createReceive() {
    return newReceiveBuilder()
        .onMessage(Command.Add.class, this::add)
        .onMessage(Command.Read.class, this::read)
        .build();
  }

  private Behavior<Command> add(Command.Add command) {
    value++;
    command.replyTo().tell(value);
    return this;
  }

  private Behavior<Command> read(Command.Read command) {
    command.replyTo().tell(value);
    return this;
  }
}
