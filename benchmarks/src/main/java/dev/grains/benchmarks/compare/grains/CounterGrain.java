package dev.grains.benchmarks.compare.grains;

import dev.grains.StatefulGrain;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A counter that may block, although it never does. */
class CounterGrain extends StatefulGrain<Count> implements Counter {

  @Override
  protected Count initialState() {
    return new Count(0);
  }

  @Override
  public long add() {
    Count next = new Count(state().value() + 1);
    setState(next);
    return next.value();
  }

  @Override
  public CompletionStage<Long> addLater() {
    return CompletableFuture.completedStage(add());
  }

  @Override
  public long value() {
    return state().value();
  }

  @Override
  public CompletionStage<Long> valueLater() {
    return CompletableFuture.completedStage(value());
  }
}
