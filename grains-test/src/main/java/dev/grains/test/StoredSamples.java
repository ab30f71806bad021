package dev.grains.test;

import dev.grains.EventSourcedGrain;
import dev.grains.StatefulGrain;
import dev.grains.spi.EventFold;
import dev.grains.spi.GrainType;
import dev.grains.spi.GrainType.Kind;
import java.util.List;
import java.util.Map;

/** The grain types that the store contract keeps. */
final class StoredSamples {

  static final GrainType LEDGER = ledger("contract.ledger", 0, 1, false);
  static final GrainType OTHER_LEDGER = ledger("contract.other", 0, 1, false);
  static final GrainType SNAPSHOTS = ledger("contract.snapshots", 5, 1, false);
  static final GrainType TRIMMED = ledger("contract.trimmed", 5, 1, true);
  static final GrainType PROFILE =
      new GrainType(
          "contract.profile",
          ProfileGrain.class,
          Kind.STATEFUL,
          false,
          Profile.class,
          null,
          0,
          1,
          false);

  static final List<GrainType> TYPES = List.of(LEDGER, OTHER_LEDGER, SNAPSHOTS, TRIMMED, PROFILE);

  private StoredSamples() {}

  static GrainType ledger(String name, int every, int format, boolean deleteOlderEvents) {
    return new GrainType(
        name,
        LedgerGrain.class,
        Kind.EVENT_SOURCED,
        false,
        Ledger.class,
        LedgerEvent.class,
        every,
        format,
        deleteOlderEvents);
  }

  record Ledger(long balance, List<String> notes) {
    static final Ledger EMPTY = new Ledger(0, List.of());
  }

  sealed interface LedgerEvent {}

  record Deposited(long cents, String note) implements LedgerEvent {}

  record Withdrawn(long cents) implements LedgerEvent {}

  /** An event that no serializer gets hold of. */
  record Unwritable(long cents) implements LedgerEvent {
    @Override
    public long cents() {
      throw new IllegalStateException("these cents cannot be written");
    }
  }

  record Profile(String name, Map<String, Integer> visits) {}

  static final class LedgerGrain extends EventSourcedGrain<Ledger, LedgerEvent> {
    @Override
    protected Ledger initialState() {
      return Ledger.EMPTY;
    }

    @Override
    protected Ledger apply(Ledger state, LedgerEvent event) {
      return LedgerFold.next(state, event);
    }
  }

  static final class ProfileGrain extends StatefulGrain<Profile> {
    @Override
    protected Profile initialState() {
      return new Profile("", Map.of());
    }
  }

  /** Folds ledger events and counts them. */
  static final class LedgerFold implements EventFold {

    private int folded;

    int folded() {
      return folded;
    }

    @Override
    public Object initialState() {
      return Ledger.EMPTY;
    }

    @Override
    public Object apply(Object state, Object event) {
      folded++;
      return next((Ledger) state, (LedgerEvent) event);
    }

    static Ledger next(Ledger state, LedgerEvent event) {
      if (event instanceof Deposited deposited) {
        return new Ledger(state.balance() + deposited.cents(), List.of(deposited.note()));
      }
      if (event instanceof Withdrawn withdrawn) {
        return new Ledger(state.balance() - withdrawn.cents(), state.notes());
      }
      throw new IllegalArgumentException("not an event of a ledger: " + event);
    }
  }
}
