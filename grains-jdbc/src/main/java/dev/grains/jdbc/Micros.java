package dev.grains.jdbc;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** Instants as microseconds since 1970, the precision of both databases. */
final class Micros {

  /** The end of the year 9999: what lies beyond it stands for never. */
  private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

  private static final long PER_SECOND = 1_000_000;
  private static final int NANOS = 1_000;

  private Micros() {}

  static long of(Instant instant) {
    return instant.getEpochSecond() * PER_SECOND + instant.getNano() / NANOS;
  }

  /** Rounds up, so that nothing expires before its time. */
  static long ceiling(Instant instant) {
    Instant bounded = instant.isBefore(NEVER) ? instant : NEVER;
    return bounded.getEpochSecond() * PER_SECOND + (bounded.getNano() + NANOS - 1) / NANOS;
  }

  static Instant toInstant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  static OffsetDateTime toTimestamp(long micros) {
    return toInstant(micros).atOffset(ZoneOffset.UTC);
  }
}
