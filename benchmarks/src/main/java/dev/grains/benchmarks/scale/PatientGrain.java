package dev.grains.benchmarks.scale;

import dev.grains.EventSourcedGrain;
import dev.grains.annotation.NonBlocking;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The grain class. */
@NonBlocking
final class PatientGrain extends EventSourcedGrain<History, Observed> implements Patient {

  @Override
  protected History initialState() {
    return History.NONE;
  }

  @Override
  protected History apply(History state, Observed event) {
    return new History(state.observations() + 1, event.day());
  }

  @Override
  public CompletionStage<Long> observe(long day) {
    emit(new Observed(day));
    return CompletableFuture.completedStage(state().observations());
  }

  @Override
  public long observations() {
    return state().observations();
  }
}
