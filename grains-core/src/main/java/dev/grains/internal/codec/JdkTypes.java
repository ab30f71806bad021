package dev.grains.internal.codec;

import java.io.File;
import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Collection;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.BaseStream;

/** Which types of the JDK can be sent, and what to do about those that cannot. */
final class JdkTypes {

  private static final Set<Class<?>> VALUES =
      Set.of(
          Boolean.class,
          Byte.class,
          Short.class,
          Character.class,
          Integer.class,
          Long.class,
          Float.class,
          Double.class,
          String.class,
          UUID.class,
          BigDecimal.class,
          BigInteger.class,
          Instant.class,
          Duration.class,
          Period.class,
          LocalDate.class,
          LocalTime.class,
          LocalDateTime.class,
          OffsetDateTime.class,
          OffsetTime.class,
          ZonedDateTime.class,
          Year.class,
          YearMonth.class,
          MonthDay.class,
          ZoneId.class,
          ZoneOffset.class,
          OptionalInt.class,
          OptionalLong.class,
          OptionalDouble.class,
          URI.class,
          Locale.class,
          Currency.class);

  private static final List<Remedy> REMEDIES =
      List.of(
          new Remedy(Calendar.class, "is mutable", "use java.time.ZonedDateTime"),
          new Remedy(TimeZone.class, "is mutable", "use java.time.ZoneId"),
          new Remedy(Number.class, "is mutable or too general", "use long or java.math.BigDecimal"),
          new Remedy(CharSequence.class, "may be mutable", "use String"),
          new Remedy(Set.class, "is a mutable or special kind of set", "declare Set<...>"),
          new Remedy(Collection.class, "is a mutable or special collection", "declare List<...>"),
          new Remedy(Map.class, "is a mutable or special kind of map", "declare Map<..., ...>"),
          new Remedy(CompletionStage.class, "is a result to come", "send the value itself"),
          new Remedy(Future.class, "is a result to come", "send the value itself"),
          new Remedy(Iterator.class, "can be read only once", "use List<...>"),
          new Remedy(BaseStream.class, "can be read only once", "use List<...>"),
          new Remedy(Runnable.class, "is code and not data", "send data that the grain acts on"),
          new Remedy(Callable.class, "is code and not data", "send data that the grain acts on"),
          new Remedy(AnnotatedElement.class, "is code and not data", "send a name or an enum"),
          new Remedy(URL.class, "asks the network when compared", "use java.net.URI"),
          new Remedy(InetAddress.class, "may ask the network", "use String"),
          new Remedy(Path.class, "belongs to one machine", "use String"),
          new Remedy(File.class, "belongs to one machine", "use String"),
          new Remedy(Iterable.class, "says too little", "use List<...>"),
          new Remedy(Pattern.class, "cannot be compared", "use String"));

  private record Remedy(Class<?> type, String why, String remedy) {}

  private JdkTypes() {}

  static boolean isValue(Class<?> type) {
    return VALUES.contains(type);
  }

  static boolean isJdk(Class<?> type) {
    return type.getName().startsWith("java.") || type.getName().startsWith("javax.");
  }

  /** Says why a type of the JDK cannot be sent, and what to use instead. */
  static String refusal(Class<?> type) {
    if (type == Object.class) {
      return "could be anything; declare the type itself, or a sealed interface if there are several";
    }
    if (type.getName().startsWith("java.util.function.")) {
      return "is code and not data; send data that the grain acts on";
    }
    if (isDate(type)) {
      return "is mutable; use java.time.Instant or java.time.LocalDate";
    }
    for (Remedy each : REMEDIES) {
      if (each.type.isAssignableFrom(type)) {
        return each.why + "; " + each.remedy;
      }
    }
    return type.isInterface()
        ? "is an interface that anything may implement; use a record or a sealed interface"
        : "is not one of the JDK types that can be sent; put what it holds into a record";
  }

  private static boolean isDate(Class<?> type) {
    // by its name, as nothing here may use the class itself
    return type.getName().equals("java.util.Date")
        || type.getSuperclass() != null && isDate(type.getSuperclass());
  }
}
