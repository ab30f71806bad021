package dev.grains.internal.codec;

import dev.grains.GrainId;
import dev.grains.internal.codec.Ledger.Account;
import dev.grains.internal.codec.Ledger.AccountNumber;
import dev.grains.internal.codec.Ledger.Closed;
import dev.grains.internal.codec.Ledger.Deposited;
import dev.grains.internal.codec.Ledger.Entry;
import dev.grains.internal.codec.Ledger.Failure;
import dev.grains.internal.codec.Ledger.Holder;
import dev.grains.internal.codec.Ledger.Money;
import dev.grains.internal.codec.Ledger.Outcome;
import dev.grains.internal.codec.Ledger.Page;
import dev.grains.internal.codec.Ledger.Percentage;
import dev.grains.internal.codec.Ledger.Signal;
import dev.grains.internal.codec.Ledger.Success;
import dev.grains.internal.codec.Ledger.Tree;
import dev.grains.internal.codec.Ledger.Unit;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.DayOfWeek;
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
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values of every kind of type that can be sent. */
final class Samples {

  private static final UUID A_UUID = UUID.fromString("01234567-89ab-cdef-0123-456789abcdef");

  private final List<Sample> samples = new ArrayList<>();

  /** A value with its declared type. */
  record Sample(Type type, @Nullable Object value) {}

  private Samples() {}

  private Samples add(Type type, Object... values) {
    for (Object value : values) {
      samples.add(new Sample(type, value));
    }
    return this;
  }

  static List<Sample> scalars() {
    return new Samples()
        .add(boolean.class, true, false)
        .add(Boolean.class, true)
        .add(byte.class, (byte) -128, (byte) 7)
        .add(Byte.class, (byte) 5)
        .add(short.class, Short.MIN_VALUE, Short.MAX_VALUE)
        .add(Short.class, (short) 5)
        .add(char.class, '\0', 'x', '\uFFFF')
        .add(Character.class, 'ß')
        .add(int.class, 0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE)
        .add(Integer.class, 300)
        .add(long.class, 0L, 100L, Long.MIN_VALUE, Long.MAX_VALUE)
        .add(Long.class, -1L)
        .add(float.class, Float.NaN, -0.0f, 1.5f)
        .add(Float.class, 1.5f)
        .add(double.class, Double.NaN, -0.0, Double.MIN_VALUE, Double.NEGATIVE_INFINITY)
        .add(Double.class, 1.5)
        .add(String.class, "", "text", "Käse 東京 😀")
        .add(UUID.class, A_UUID)
        .add(BigInteger.class, BigInteger.ZERO, BigInteger.TEN.pow(900).negate())
        .add(BigDecimal.class, new BigDecimal("12.50"), new BigDecimal("-1E+3"))
        .add(Instant.class, Instant.MIN, Instant.MAX, Instant.ofEpochSecond(1_770_000_000, 5))
        .add(Duration.class, Duration.ofSeconds(-3, 4), Duration.ofSeconds(Long.MAX_VALUE))
        .add(LocalDate.class, LocalDate.MIN, LocalDate.MAX, LocalDate.of(2026, 2, 28))
        .add(LocalDateTime.class, LocalDateTime.MIN, LocalDateTime.MAX)
        .add(Unit.class, Unit.EUR, Unit.USD)
        .add(DayOfWeek.class, DayOfWeek.FRIDAY)
        .samples;
  }

  static List<Sample> documents() {
    return new Samples().addRecords().addCollections().addJdkTypes().samples;
  }

  private Samples addRecords() {
    Success<Entry> closed = new Success<>(new Closed());
    return add(Account.class, Ledger.account())
        .add(GrainId.class, new GrainId("account", "42"))
        .add(Money.class, new Money(new BigDecimal("1.10"), Unit.USD))
        .add(Entry.class, new Closed(), new Deposited(1, null))
        .add(Deposited.class, new Deposited(1, "note"))
        .add(Signal.class, Unit.USD, new Closed())
        .add(Percentage.class, new Percentage(12))
        .add(Tree.class, new Tree("a", List.of(new Tree("b", List.of()))))
        .add(new TypeOf<Page<Entry>>() {}.type(), new Page<>(List.of(new Closed()), 3))
        .add(new TypeOf<Outcome<Entry>>() {}.type(), closed, new Failure<Entry>("no"))
        .add(new TypeOf<Outcome<List<Instant>>>() {}.type(), new Success<>(List.of(Instant.EPOCH)))
        .add(new TypeOf<Holder<Long, Entry>>() {}.type(), new Holder<>(closed, Map.of(1L, closed)))
        .add(new TypeOf<List<Outcome<Entry>>>() {}.type(), List.of(closed))
        .add(new TypeOf<Optional<Outcome<Entry>>>() {}.type(), Optional.of(closed))
        .add(
            new TypeOf<Map<AccountNumber, Outcome<Entry>>>() {}.type(),
            Map.of(new AccountNumber("7"), closed));
  }

  private Samples addCollections() {
    return add(new TypeOf<List<String>>() {}.type(), List.of(), List.of("a", "b"))
        .add(new TypeOf<List<Long>>() {}.type(), List.of(1L, Long.MAX_VALUE))
        .add(new TypeOf<List<Set<Byte>>>() {}.type(), List.of(Set.of((byte) 1)))
        .add(new TypeOf<Collection<Short>>() {}.type(), List.of((short) 1))
        .add(new TypeOf<List<BigDecimal>>() {}.type(), List.of(new BigDecimal("1E+3")))
        .add(
            new TypeOf<List<Instant>>() {}.type(),
            List.of(Instant.MAX, Instant.ofEpochSecond(1, 1)))
        .add(new TypeOf<List<Duration>>() {}.type(), List.of(Duration.ofSeconds(-3, 4)))
        .add(new TypeOf<List<LocalDateTime>>() {}.type(), List.of(LocalDateTime.MAX))
        .add(new TypeOf<Map<String, Integer>>() {}.type(), Map.of("", 1))
        .add(new TypeOf<Map<Integer, Character>>() {}.type(), Map.of(1, 'c'))
        .add(new TypeOf<Map<UUID, Float>>() {}.type(), Map.of(A_UUID, 1.5f))
        .add(new TypeOf<Map<LocalDate, Double>>() {}.type(), Map.of(LocalDate.EPOCH, Double.NaN))
        .add(new TypeOf<Map<Long, Boolean>>() {}.type(), Map.of(1L, true))
        .add(
            new TypeOf<Map<Unit, BigInteger>>() {}.type(), Map.of(Unit.USD, BigInteger.TEN.pow(30)))
        .add(
            new TypeOf<Map<Ledger.Day, UUID>>() {}.type(),
            Map.of(new Ledger.Day(LocalDate.MAX), A_UUID))
        .add(new TypeOf<Map<Ledger.In, Long>>() {}.type(), Map.of(new Ledger.In(Unit.USD), 1L))
        .add(new TypeOf<Map<Ledger.Line, Long>>() {}.type(), Map.of(new Ledger.Line(3), 1L))
        .add(new TypeOf<Optional<String>>() {}.type(), Optional.empty(), Optional.of("x"));
  }

  private Samples addJdkTypes() {
    LocalDateTime time = LocalDateTime.of(2026, 1, 2, 3, 4, 5, 6);
    return add(ZonedDateTime.class, time.atZone(ZoneId.of("Europe/Berlin")))
        .add(ZonedDateTime.class, time.atZone(ZoneId.of("UTC")), time.atZone(ZoneOffset.UTC))
        .add(OffsetDateTime.class, time.atOffset(ZoneOffset.ofHours(5)))
        .add(OffsetTime.class, OffsetTime.of(time.toLocalTime(), ZoneOffset.ofHours(-5)))
        .add(LocalTime.class, time.toLocalTime())
        .add(Period.class, Period.of(1, 2, 3))
        .add(Year.class, Year.of(2026))
        .add(YearMonth.class, YearMonth.of(2026, 2))
        .add(MonthDay.class, MonthDay.of(2, 29))
        .add(ZoneId.class, ZoneId.of("Europe/Berlin"), ZoneOffset.ofHours(3))
        .add(ZoneOffset.class, ZoneOffset.ofHours(3))
        .add(URI.class, URI.create("https://example.org/a?b#c"))
        .add(Locale.class, Locale.forLanguageTag("zh-Hans-CN"), Locale.ROOT)
        .add(Currency.class, Currency.getInstance("EUR"))
        .add(OptionalInt.class, OptionalInt.of(4), OptionalInt.empty())
        .add(OptionalLong.class, OptionalLong.of(4))
        .add(OptionalDouble.class, OptionalDouble.of(4));
  }
}
