package dev.grains.internal.codec;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Points in time and durations as numbers. */
final class Times {

  private Times() {}

  static void writeInstant(Instant value, WireWriter out) {
    out.writeZigZag(value.getEpochSecond());
    out.writeVarInt(value.getNano());
  }

  static Instant readInstant(WireReader in) {
    long seconds = in.readZigZag();
    return Instant.ofEpochSecond(seconds, readNanos(in));
  }

  static void writeDuration(Duration value, WireWriter out) {
    out.writeZigZag(value.getSeconds());
    out.writeVarInt(value.getNano());
  }

  static Duration readDuration(WireReader in) {
    long seconds = in.readZigZag();
    return Duration.ofSeconds(seconds, readNanos(in));
  }

  static void writeDate(LocalDate value, WireWriter out) {
    out.writeZigZag(value.toEpochDay());
  }

  static LocalDate readDate(WireReader in) {
    return LocalDate.ofEpochDay(in.readZigZag());
  }

  static void writeDateTime(LocalDateTime value, WireWriter out) {
    writeDate(value.toLocalDate(), out);
    out.writeVarLong(value.toLocalTime().toNanoOfDay());
  }

  static LocalDateTime readDateTime(WireReader in) {
    LocalDate date = readDate(in);
    return date.atTime(LocalTime.ofNanoOfDay(in.readVarLong()));
  }

  private static int readNanos(WireReader in) {
    int nanos = in.readVarInt();
    if (nanos < 0 || nanos > 999_999_999) {
      throw new WireFormatException(
          "a second has no nanosecond " + Integer.toUnsignedString(nanos));
    }
    return nanos;
  }
}
