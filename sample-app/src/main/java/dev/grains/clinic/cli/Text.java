package dev.grains.clinic.cli;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How times and numbers are shown to people. */
final class Text {

  private Text() {}

  /** A time in UTC; the date alone if it is the start of a day. */
  static String of(Instant time) {
    LocalDateTime local = LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    return local.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? local.toLocalDate().toString()
        : local.format(DateTimeFormatter.ISO_LOCAL_DATE_TIME) + "Z";
  }

  /** A number without superfluous zeros. */
  static String of(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  /** A text on one line, without what would change a terminal. */
  static String oneLine(String text) {
    return text.replaceAll("\\p{Cntrl}", "?");
  }
}
