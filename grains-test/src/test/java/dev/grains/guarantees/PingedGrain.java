package dev.grains.guarantees;

import dev.grains.Grain;
import dev.grains.annotation.NonBlocking;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

@NonBlocking
final class PingedGrain extends Grain implements Pinged {

  private long count;

  @Override
  public CompletionStage<Long> ping() {
    return CompletableFuture.completedFuture(++count);
  }

  @Override
  public long pingAndWait() {
    return ++count;
  }
}
