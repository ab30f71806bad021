package dev.grains.internal.runtime;

import dev.grains.annotation.Grain;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Calls a counter, itself or through another relay, once its test lets it. */
@Grain("relay")
public interface Relay {

  /** Adds 1 to a counter and returns its total. */
  CompletionStage<Long> add(String counter);

  /** Lets another relay add 1 to a counter, and returns its total. */
  CompletionStage<Long> addThrough(String relay, String counter);

  /** Adds 10 to a counter after the commit. */
  CompletionStage<Void> addAfterwards(String counter);

  /** Where relays wait for their test. */
  final class Stop {
    final CountDownLatch reached = new CountDownLatch(1);
    final CountDownLatch open = new CountDownLatch(1);

    void pass() {
      reached.countDown();
      try {
        if (!open.await(60, TimeUnit.SECONDS)) {
          throw new IllegalStateException("the test did not let the relay go on");
        }
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
    }
  }

  /** A relay. */
  final class RelayGrain extends dev.grains.Grain implements Relay {

    private final Stop stop;

    RelayGrain(Stop stop) {
      this.stop = stop;
    }

    @Override
    public CompletionStage<Long> add(String counter) {
      stop.pass();
      return done(grains().get(Counter.class, counter).add(1));
    }

    @Override
    public CompletionStage<Long> addThrough(String relay, String counter) {
      stop.pass();
      return grains().get(Relay.class, relay).add(counter);
    }

    @Override
    public CompletionStage<Void> addAfterwards(String counter) {
      afterCommit(
          () -> {
            stop.pass();
            grains().get(Counter.class, counter).add(10);
          });
      return done(null);
    }

    private static <T> CompletionStage<T> done(T value) {
      return java.util.concurrent.CompletableFuture.completedFuture(value);
    }
  }
}
