package dev.grains.test;

import dev.grains.GrainId;
import dev.grains.spi.GrainStore;
import dev.grains.spi.GrainType;
import dev.grains.spi.StoredGrain;
import dev.grains.test.StoredSamples.Deposited;
import dev.grains.test.StoredSamples.Ledger;
import dev.grains.test.StoredSamples.LedgerEvent;
import dev.grains.test.StoredSamples.LedgerFold;
import java.time.InstantSource;

/** Writes what an activation of one ledger would write. Confined to one thread. */
final class LedgerWriter {

  private final GrainType type;
  private final GrainId id;
  private final InstantSource clock;
  private Ledger state = Ledger.EMPTY;
  private long version;

  LedgerWriter(GrainType type, String key, InstantSource clock) {
    this.type = type;
    this.id = new GrainId(type.name(), key);
    this.clock = clock;
  }

  GrainType type() {
    return type;
  }

  GrainId id() {
    return id;
  }

  /** Returns a commit of deposits that follows the one before. */
  CommitBuilder deposit(long... cents) {
    LedgerEvent[] events = new LedgerEvent[cents.length];
    for (int i = 0; i < cents.length; i++) {
      events[i] = new Deposited(cents[i], "deposit of " + cents[i]);
    }
    return emit(events);
  }

  /** Returns a commit of events that follows the one before. */
  CommitBuilder emit(LedgerEvent... events) {
    CommitBuilder commit = new CommitBuilder(type, id, clock.instant()).expecting(version);
    for (LedgerEvent event : events) {
      commit.event(event);
      state = LedgerFold.next(state, event);
      version++;
    }
    return commit.state(state);
  }

  /** Goes on as if the grain were at another version. */
  LedgerWriter at(long otherVersion) {
    version = otherVersion;
    return this;
  }

  /** Goes on from what is stored. */
  LedgerWriter reload(GrainStore store) {
    StoredGrain stored = load(store);
    version = stored.version();
    state = stored.state() == null ? Ledger.EMPTY : (Ledger) stored.state();
    return this;
  }

  Ledger state() {
    return state;
  }

  StoredGrain load(GrainStore store) {
    return store.load(type, id, new LedgerFold());
  }
}
