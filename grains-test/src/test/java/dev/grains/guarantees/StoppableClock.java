package dev.grains.guarantees;

import dev.grains.test.SettableClock;
import java.time.Instant;
import java.time.InstantSource;
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

  @Override
  public Instant instant() {
    SettableClock clock = stopped;
    return clock == null ? Instant.now() : clock.instant();
  }
}
