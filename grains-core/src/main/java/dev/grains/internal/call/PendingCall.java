package dev.grains.internal.call;

import dev.grains.GrainId;
import dev.grains.internal.definition.ContractMethod;
import dev.grains.spi.CallObserver;
import org.jspecify.annotations.Nullable;

/** A call whose caller has no outcome yet. Completed at most once; later outcomes are dropped. */
abstract class PendingCall {

  final GrainId id;
  final ContractMethod method;
  final CommandCall command;
  private final @Nullable CallObserver observer;

  PendingCall(
      GrainId id, ContractMethod method, CommandCall command, @Nullable CallObserver observer) {
    this.id = id;
    this.method = method;
    this.command = command;
    this.observer = observer;
  }

  abstract boolean done();

  /** Whether {@link #complete} runs no code of the user and may be called on any thread. */
  abstract boolean completesInPlace();

  /** Hands the outcome to the caller: a result, or a {@link Failed}. */
  abstract void complete(@Nullable Object outcome);

  final void fail(Throwable cause) {
    complete(new Failed(cause));
  }

  final void observe(@Nullable Object outcome) {
    if (observer != null) {
      observer.onEnd(outcome instanceof Failed failed ? failed.cause() : null);
    }
  }
}
