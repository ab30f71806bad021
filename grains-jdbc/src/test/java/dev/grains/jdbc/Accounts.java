package dev.grains.jdbc;

import dev.grains.EventSourcedGrain;
import dev.grains.GrainId;
import dev.grains.StatefulGrain;
import dev.grains.annotation.EventType;
import dev.grains.spi.Commit;
import dev.grains.spi.EventFold;
import dev.grains.spi.EventMetadata;
import dev.grains.spi.GrainType;
import dev.grains.spi.GrainType.Kind;
import dev.grains.spi.KeyedReply;
import dev.grains.spi.NewEvent;
import dev.grains.spi.Receipt;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The grain types of the tests, and their commits. */
final class Accounts {

  static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  static final UUID CALLER = UUID.fromString("00000000-0000-0000-0000-0000000000ca");

  static final GrainType ACCOUNT = account(0, 1, false);
  static final GrainType PROFILE =
      new GrainType(
          "profile", ProfileGrain.class, Kind.STATEFUL, false, Profile.class, null, 0, 1, false);

  private Accounts() {}

  static GrainType account(int snapshotEvery, int snapshotFormat, boolean deleteOlderEvents) {
    return new GrainType(
        "account",
        AccountGrain.class,
        Kind.EVENT_SOURCED,
        true,
        Account.class,
        AccountEvent.class,
        snapshotEvery,
        snapshotFormat,
        deleteOlderEvents);
  }

  record Account(long cents, Tariff tariff) {
    static final Account EMPTY = new Account(0, new Free());

    Account plus(long more) {
      return new Account(cents + more, tariff);
    }
  }

  sealed interface Tariff {}

  record Free() implements Tariff {}

  record Monthly(int price, Tariff after) implements Tariff {}

  sealed interface AccountEvent {}

  @EventType("deposited")
  record Deposited(long cents, String note) implements AccountEvent {}

  @EventType(value = "withdrawn", version = 3)
  record Withdrawn(long cents, String currency) implements AccountEvent {}

  record TariffChosen(Tariff tariff) implements AccountEvent {}

  record Rated(BigDecimal rate) implements AccountEvent {}

  record Profile(String name) {}

  static final class AccountGrain extends EventSourcedGrain<Account, AccountEvent> {
    @Override
    protected Account initialState() {
      return Account.EMPTY;
    }

    @Override
    protected Account apply(Account state, AccountEvent event) {
      return (Account) new Fold().apply(state, event);
    }
  }

  static final class ProfileGrain extends StatefulGrain<Profile> {
    @Override
    protected Profile initialState() {
      return new Profile("");
    }
  }

  /** Folds events and remembers them. */
  static final class Fold implements EventFold {

    private final List<Object> events = new ArrayList<>();

    List<Object> events() {
      return events;
    }

    @Override
    public Object initialState() {
      return Account.EMPTY;
    }

    @Override
    public Object apply(Object state, Object event) {
      events.add(event);
      Account account = (Account) state;
      if (event instanceof Deposited deposited) {
        return account.plus(deposited.cents());
      }
      if (event instanceof Withdrawn withdrawn) {
        return account.plus(-withdrawn.cents());
      }
      return event instanceof TariffChosen chosen
          ? new Account(account.cents(), chosen.tariff())
          : account;
    }
  }

  static GrainId id(String key) {
    return new GrainId("account", key);
  }

  static String newKey() {
    return UUID.randomUUID().toString();
  }

  static EventMetadata metadata() {
    return new EventMetadata(CALLER, "correlation", null, null, Map.of());
  }

  static Receipt receipt(long batch, Instant expiresAt) {
    return new Receipt(CALLER, batch, expiresAt, new byte[] {1, 2, 3});
  }

  static Deposited deposit(long cents) {
    return new Deposited(cents, "note");
  }

  /** Returns a commit without receipts and replies. */
  static Commit commit(GrainType type, String key, long expectedVersion, Object... events) {
    return commit(type, key, expectedVersion, Account.EMPTY, List.of(), List.of(), events);
  }

  static Commit commit(
      GrainType type,
      String key,
      long expectedVersion,
      Object state,
      List<Receipt> receipts,
      List<KeyedReply> replies,
      Object... events) {
    return new Commit(
        type,
        new GrainId(type.name(), key),
        expectedVersion,
        expectedVersion + events.length,
        NOW,
        Arrays.stream(events).map(event -> new NewEvent(event, metadata())).toList(),
        state,
        receipts,
        replies);
  }

  /** Returns a commit of a document. */
  static Commit document(String key, long expectedVersion, Object state, Receipt... receipts) {
    return new Commit(
        PROFILE,
        new GrainId(PROFILE.name(), key),
        expectedVersion,
        expectedVersion + 1,
        NOW,
        List.of(),
        state,
        List.of(receipts),
        List.of());
  }
}
