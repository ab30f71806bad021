package dev.grains.benchmarks.compare.grains;

import dev.grains.Grain;
import dev.grains.annotation.NonBlocking;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** A counter in a field, as an actor has it. */
@NonBlocking
final class FieldCounterGrain extends Grain implements Counter {

  private long value;

  @Override
  public long add() {
    return ++value;
  }

  @Override
  public CompletionStage<Long> addLater() {
    return CompletableFuture.completedStage(add());
  }

  @Override
  public long value() {
    return value;
  }

  @Override
  public CompletionStage<Long> valueLater() {
    return CompletableFuture.completedStage(value);
  }
}
