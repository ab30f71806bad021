package dev.grains.clinic.log;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Times as logs write them. Without an offset they are UTC; integers are days. */
final class LogTime {

  /** Day 0 of logs that count days. */
  static final LocalDate DAY_ZERO = LocalDate.of(2000, 1, 1);

  private static final Pattern DAYS = Pattern.compile("[+-]?\\d{1,6}");
  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .appendPattern("[XXX][XX][X]")
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private LogTime() {}

  /** Reads a time; null if it is none. */
  static @Nullable Instant parse(String text) {
    try {
      return DAYS.matcher(text).matches()
          ? DAY_ZERO.plusDays(Integer.parseInt(text)).atStartOfDay().toInstant(ZoneOffset.UTC)
          : instant(
              FORMAT.parseBest(
                  withT(text), OffsetDateTime::from, LocalDateTime::from, LocalDate::from));
    } catch (DateTimeException none) {
      return null;
    }
  }

  private static String withT(String text) {
    int date = text.indexOf(' ');
    return date < 0 ? text : text.substring(0, date) + 'T' + text.substring(date + 1);
  }

  private static Instant instant(TemporalAccessor time) {
    if (time instanceof OffsetDateTime withOffset) {
      return withOffset.toInstant();
    }
    LocalDateTime local =
        time instanceof LocalDateTime withTime ? withTime : ((LocalDate) time).atStartOfDay();
    return local.toInstant(ZoneOffset.UTC);
  }
}
