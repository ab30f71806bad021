package dev.grains.benchmarks.compare.pekko;

import dev.grains.benchmarks.compare.Deposit;
import org.apache.pekko.actor.typed.ActorRef;

/** What the actors understand. Travels as CBOR; the reply is a plain long. */
sealed interface Command {

  ActorRef<Long> replyTo();

  record Add(ActorRef<Long> replyTo) implements Command {}

  record Read(ActorRef<Long> replyTo) implements Command {}

  record Put(Deposit deposit, ActorRef<Long> replyTo) implements Command {}
}
