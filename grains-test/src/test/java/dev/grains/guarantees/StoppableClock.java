package dev.grains.guarantees;

import static org.awaitility.Awaitility.await;

import dev.grains.test.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The clock of the system until a test stops it: from then on deadlines come when it says so. */
final class StoppableClock implements InstantSource {

  private volatile @Nullable SettableClock stopped;

  /** Stops the clock, if it is not stopped already, and returns what moves it on. */
  SettableClock stop() {
    SettableClock clock = stopped;
    if (clock == null) {
      clock = new SettableClock(Instant.now());
      stopped = clock;
    }
    return clock;
  }

  /** Moves the stopped clock on, a tenth of a second at a time, until something is done. */
  void moveUntilDone(CompletableFuture<?> something) {
    SettableClock clock = stop();
    await()
        .until(
            () -> {
              clock.advance(Duration.ofMillis(100));
              return something.isDone();
            });
  }

  @Override
  public Instant instant() {
    SettableClock clock = stopped;
    return clock == null ? Instant.now() : clock.instant();
  }
}
