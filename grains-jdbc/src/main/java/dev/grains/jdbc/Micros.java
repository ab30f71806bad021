package dev.grains.jdbc;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Instants as microseconds since 1970, the precision of both databases. */
final class Micros {

  private static final long PER_SECOND = 1_000_000;
  private static final int NANOS = 1_000;

  private Micros() {}

  static long of(Instant instant) {
    return instant.getEpochSecond() * PER_SECOND + instant.getNano() / NANOS;
  }

  /** Rounds up, so that nothing expires before its time. */
  static long ceiling(Instant instant) {
    return instant.getEpochSecond() * PER_SECOND + (instant.getNano() + NANOS - 1) / NANOS;
  }

  static Instant toInstant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  static OffsetDateTime toTimestamp(long micros) {
    return toInstant(micros).atOffset(ZoneOffset.UTC);
  }
}
