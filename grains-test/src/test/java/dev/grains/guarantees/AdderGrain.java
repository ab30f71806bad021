package dev.grains.guarantees;

import dev.grains.EventSourcedGrain;
import dev.grains.annotation.NonBlocking;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;

@NonBlocking
final class AdderGrain extends EventSourcedGrain<AdderGrain.Sum, AdderGrain.Added>
    implements Adder {

  record Added(long amount) {}

  record Sum(long value) {}

  private final AtomicInteger decisions;

  /** Makes a grain that counts how often it decides to add. */
  AdderGrain(AtomicInteger decisions) {
    this.decisions = decisions;
  }

  @Override
  protected Sum initialState() {
    return new Sum(0);
  }

  @Override
  protected Sum apply(Sum state, Added event) {
    return new Sum(state.value() + event.amount());
  }

  @Override
  public CompletionStage<Long> add(long amount) {
    emit(new Added(amount));
    decisions.incrementAndGet();
    return CompletableFuture.completedFuture(state().value());
  }

  @Override
  public CompletionStage<Long> refuseAbove(long limit) {
    if (state().value() > limit) {
      throw new IllegalStateException("the sum is " + state().value());
    }
    return CompletableFuture.completedFuture(state().value());
  }

  @Override
  public long value() {
    return state().value();
  }
}
