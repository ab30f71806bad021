package dev.grains.internal.codec;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.grains.annotation.EventType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Types like those that users write. */
final class Ledger {

  private Ledger() {}

  enum Unit implements Signal {
    EUR,
    USD {
      @Override
      String sign() {
        return "$";
      }
    };

    String sign() {
      return "€";
    }

    @Override
    public String toString() {
      return "the " + name();
    }
  }

  record AccountNumber(String value) {}

  record Money(BigDecimal amount, Unit currency) {
    public boolean isZero() {
      return amount.signum() == 0;
    }

    public Money getDouble() {
      return new Money(amount.add(amount), currency);
    }
  }

  sealed interface Entry permits Deposited, Withdrawn, Correction {}

  @EventType("deposited")
  record Deposited(long cents, @Nullable String note) implements Entry {}

  record Withdrawn(long cents, Optional<String> reason) implements Entry {}

  sealed interface Correction extends Entry permits Reversed, Closed {}

  record Reversed(List<Entry> entries, Instant at) implements Correction {}

  record Closed() implements Correction, Signal {}

  sealed interface Signal permits Unit, Closed {}

  record Account(
      AccountNumber number,
      UUID owner,
      LocalDate opened,
      Map<Unit, Money> balances,
      Set<String> tags,
      List<Entry> entries,
      @Nullable Entry last) {}

  record Page<T>(List<T> items, int number) {}

  sealed interface Outcome<T> permits Success, Failure {}

  record Success<T>(T value) implements Outcome<T> {}

  record Failure<T>(String reason) implements Outcome<T> {}

  record Holder<K, T>(Outcome<T> first, Map<K, Outcome<T>> others) {}

  record Day(LocalDate date) {}

  record In(Unit unit) {}

  record Line(int number) {}

  record Tree(String name, List<Tree> children) {}

  static final class Percentage {

    private final int value;

    @JsonCreator
    Percentage(int value) {
      this.value = value;
    }

    @JsonValue
    int value() {
      return value;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Percentage that && that.value == value;
    }

    @Override
    public int hashCode() {
      return value;
    }
  }

  static Account account() {
    return new Account(
        new AccountNumber("DE-42"),
        new UUID(1, 2),
        LocalDate.of(2026, 2, 28),
        Map.of(Unit.EUR, new Money(new BigDecimal("12.50"), Unit.EUR)),
        Set.of("vip"),
        List.of(
            new Deposited(1250, "salary"),
            new Withdrawn(7, Optional.of("fee")),
            new Reversed(List.of(new Deposited(1, null)), Instant.ofEpochSecond(1_770_000_000, 5))),
        new Closed());
  }
}
