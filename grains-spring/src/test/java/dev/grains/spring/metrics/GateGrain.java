package dev.grains.spring.metrics;

import dev.grains.Grain;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets nobody pass until the test has opened it. */
final class GateGrain extends Grain implements Gate {

  static final CountDownLatch OPEN = new CountDownLatch(1);

  @Override
  public CompletionStage<String> pass() {
    try {
      return CompletableFuture.completedFuture(
          OPEN.await(20, TimeUnit.SECONDS) ? "passed" : "still closed");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return CompletableFuture.failedFuture(interrupted);
    }
  }
}
