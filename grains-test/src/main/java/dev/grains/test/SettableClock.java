package dev.grains.test;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A clock that stands still until a test moves it. Thread-safe: what was set is seen by every later
 * reading.
 *
 * @since 0.1
 */
public final class SettableClock implements InstantSource {

  /** Where a new clock stands unless told otherwise. */
  public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final AtomicReference<Instant> now;

  /** Creates a clock that stands at {@link #START}. */
  public SettableClock() {
    this(START);
  }

  /**
   * Creates a clock.
   *
   * @param start where it stands
   */
  public SettableClock(Instant start) {
    now = new AtomicReference<>(start);
  }

  @Override
  public Instant instant() {
    return now.get();
  }

  /**
   * Moves the clock forward; advances of several threads add up.
   *
   * @param time how far, not negative
   * @return where the clock stands now
   */
  public Instant advance(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException(
          "a clock advances by a time that is not negative, was " + time + "; set moves it back");
    }
    return now.updateAndGet(instant -> instant.plus(time));
  }

  /**
   * Puts the clock somewhere, forwards or back.
   *
   * @param instant where it stands from now on
   */
  public void set(Instant instant) {
    now.set(instant);
  }

  @Override
  public String toString() {
    return "SettableClock[" + instant() + "]";
  }
}
