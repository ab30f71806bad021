package dev.grains.internal.activation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.grains.GrainId;
import dev.grains.GrainUnavailableException;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Remembers grains whose activation keeps failing, and holds the next attempt off: not after the
 * first failure, then 100 ms doubling up to 30 s. Thread-safe.
 */
final class Crashes {

  private static final long FIRST_BACK_OFF = 100;
  private static final long LONGEST_BACK_OFF = 30_000;
  private static final int MOST_REMEMBERED = 10_000;

  private record Crash(int count, long until, Throwable cause) {}

  private final Cache<GrainId, Crash> crashes =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).executor(Runnable::run).build();
  private final InstantSource clock;

  Crashes(InstantSource clock) {
    this.clock = clock;
  }

  void failed(GrainId id, Throwable cause) {
    crashes
        .asMap()
        .compute(id, (key, before) -> next(before == null ? 1 : before.count + 1, cause));
  }

  private Crash next(int count, Throwable cause) {
    long backOff =
        count < 2 ? 0 : Math.min(LONGEST_BACK_OFF, FIRST_BACK_OFF << Math.min(count - 2, 10));
    return new Crash(count, clock.millis() + backOff, cause);
  }

  void recovered(GrainId id) {
    if (crashes.estimatedSize() > 0) {
      crashes.invalidate(id);
    }
  }

  /** What to tell a command that comes too early, or null if an attempt may be made. */
  @Nullable GrainUnavailableException holdOff(GrainId id) {
    Crash crash = crashes.estimatedSize() == 0 ? null : crashes.getIfPresent(id);
    long now = clock.millis();
    if (crash == null || now >= crash.until) {
      return null;
    }
    return new GrainUnavailableException(
        "the command for "
            + id
            + " was not done: its activation has failed "
            + crash.count
            + " times, lately with: "
            + crash.cause
            + "; the next attempt is in "
            + (crash.until - now)
            + " ms",
        crash.cause);
  }
}
