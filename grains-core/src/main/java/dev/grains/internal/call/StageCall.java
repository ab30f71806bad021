package dev.grains.internal.call;

import dev.grains.GrainId;
import dev.grains.internal.definition.ContractMethod;
import dev.grains.spi.CallObserver;
import org.jspecify.annotations.Nullable;

/** A call whose caller holds a stage, completed on reply threads. */
final class StageCall extends PendingCall {

  private final GrainFuture<@Nullable Object> future = new GrainFuture<>();

  StageCall(
      GrainId id, ContractMethod method, CommandCall command, @Nullable CallObserver observer) {
    super(id, method, command, observer);
  }

  GrainFuture<@Nullable Object> future() {
    return future;
  }

  @Override
  boolean done() {
    return future.isDone();
  }

  @Override
  boolean completesInPlace() {
    return false;
  }

  @Override
  void complete(@Nullable Object outcome) {
    boolean first =
        outcome instanceof Failed failed
            ? future.completeExceptionally(failed.cause())
            : future.complete(outcome);
    if (first) {
      observe(outcome);
    }
  }
}
