package dev.grains.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.grains.spi.GrainType;
import dev.grains.spi.StoredEvent;
import dev.grains.spi.StoredGrain;
import dev.grains.test.StoredSamples.LedgerFold;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

interface SnapshotContract extends StoreUnderTest {

  private StoredGrain load(LedgerWriter ledger, GrainType type, int expectedFolds) {
    LedgerFold fold = new LedgerFold();
    StoredGrain stored = store().load(type, ledger.id(), fold);
    if (keepsEvents()) {
      assertThat(fold.folded()).isEqualTo(expectedFolds);
    }
    return stored;
  }

  private LedgerWriter ledgerOf(GrainType type, int events) {
    LedgerWriter ledger = ledger(type);
    for (int i = 1; i <= events; i++) {
      committed(ledger.deposit(i).build());
    }
    return ledger;
  }

  @Test
  default void onlyEventsAfterTheLastSnapshotAreFolded() {
    LedgerWriter ledger = ledgerOf(StoredSamples.SNAPSHOTS, 12);

    StoredGrain stored = load(ledger, ledger.type(), 2);

    assertThat(stored.version()).isEqualTo(12);
    assertThat(stored.state()).isEqualTo(ledger.state());
  }

  @Test
  default void aCommitThatPassesTheMarkTakesASnapshotOfItsEnd() {
    LedgerWriter ledger = ledgerOf(StoredSamples.SNAPSHOTS, 3);
    committed(ledger.deposit(1, 2, 3, 4, 5).build());

    StoredGrain stored = load(ledger, ledger.type(), 0);

    assertThat(stored.version()).isEqualTo(8);
    assertThat(stored.state()).isEqualTo(ledger.state());
  }

  @Test
  default void aSnapshotOfAnotherFormatIsIgnored() {
    LedgerWriter ledger = ledgerOf(StoredSamples.SNAPSHOTS, 7);
    GrainType newFormat = StoredSamples.ledger(ledger.type().name(), 5, 2, false);

    StoredGrain stored = load(ledger, newFormat, 7);

    assertThat(stored.version()).isEqualTo(7);
    assertThat(stored.state()).isEqualTo(ledger.state());
  }

  @Test
  default void withoutSnapshotsEveryEventIsFolded() {
    LedgerWriter ledger = ledgerOf(StoredSamples.LEDGER, 12);

    assertThat(load(ledger, ledger.type(), 12).state()).isEqualTo(ledger.state());
  }

  @Test
  default void eventsBeforeASnapshotAreDeletedWhereTheTypeAsksForIt() {
    LedgerWriter kept = ledgerOf(StoredSamples.SNAPSHOTS, 12);
    LedgerWriter trimmed = ledgerOf(StoredSamples.TRIMMED, 12);

    assertThat(load(kept, kept.type(), 2).state()).isEqualTo(kept.state());
    assertThat(load(trimmed, trimmed.type(), 2).state()).isEqualTo(trimmed.state());
    committed(trimmed.deposit(1).build());
    assertThat(load(trimmed, trimmed.type(), 3).version()).isEqualTo(13);

    assumeTrue(keepsEvents(), "only stores that keep events show them");
    assertThat(versions(kept)).hasSize(12);
    assertThat(versions(trimmed)).endsWith(11L, 12L, 13L).hasSizeBetween(3, 5);
  }

  private List<Long> versions(LedgerWriter ledger) {
    List<StoredEvent> events = new ArrayList<>();
    store().history(ledger.type(), ledger.id(), 0, events::add);
    return events.stream().map(StoredEvent::version).toList();
  }
}
