package dev.grains.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.grains.spi.CommitResult.Conflict;
import dev.grains.spi.EventFold;
import dev.grains.spi.GrainStore;
import dev.grains.spi.StoredGrain;
import dev.grains.test.StoredSamples.Deposited;
import dev.grains.test.StoredSamples.Ledger;
import dev.grains.test.StoredSamples.LedgerFold;
import dev.grains.test.StoredSamples.Withdrawn;
import java.util.List;
import org.junit.jupiter.api.Test;

interface EventContract extends StoreUnderTest {

  @Test
  default void loadsNothingOfAGrainThatWasNeverWritten() {
    StoredGrain stored = ledger().load(store());

    assertThat(stored).isEqualTo(StoredGrain.NONE);
  }

  @Test
  default void loadsTheStateAfterTheEventsInTheirOrder() throws Exception {
    LedgerWriter ledger = ledger();
    committed(ledger.deposit(5).build());
    committed(ledger.emit(new Withdrawn(2), new Deposited(4, "last")).build());

    StoredGrain stored = ledger.load(anotherStore());

    assertThat(stored.version()).isEqualTo(3);
    assertThat(stored.state()).isEqualTo(new Ledger(7, List.of("last")));
  }

  @Test
  default void keepsSeveralCommitsOfAGrainThatWereJoined() {
    LedgerWriter ledger = ledger();

    committed(ledger.deposit(1).build().then(ledger.deposit(2, 3).build()));

    assertThat(ledger.load(store()).version()).isEqualTo(3);
    assertThat(ledger.load(store()).state()).isEqualTo(ledger.state());
  }

  @Test
  default void keepsGrainsOfTwoTypesWithOneKeyApart() {
    LedgerWriter one = ledger(StoredSamples.LEDGER, "the same");
    LedgerWriter other = ledger(StoredSamples.OTHER_LEDGER, "the same");

    committed(one.reload(store()).deposit(1).build(), other.reload(store()).deposit(2).build());

    assertThat(one.load(store()).state()).isEqualTo(one.state());
    assertThat(other.load(store()).state()).isEqualTo(other.state());
  }

  @Test
  default void keepsEveryKeyAsItIsWritten() {
    List<String> keys =
        List.of(
            "it's; drop table grain_event; --",
            "\"quoted\" \\ and {braces,}",
            "%_*?",
            " spaces around ",
            "tab\tand\nline",
            "Zoë 東京 \uD83D\uDE00",
            "null",
            "k".repeat(512),
            "\uD83D\uDE00".repeat(256));

    for (String key : keys) {
      LedgerWriter ledger = ledger(StoredSamples.LEDGER, key).reload(store());
      committed(ledger.emit(new Deposited(1, key)).build());
      assertThat(ledger.load(store()).state()).isEqualTo(ledger.state());
    }
  }

  @Test
  default void refusesACommitThatIsBehind() {
    LedgerWriter ledger = ledger();
    committed(ledger.deposit(1).build());
    committed(ledger.deposit(2).build());

    assertThat(commit(ledger.at(1).deposit(50).build())).containsExactly(Conflict.INSTANCE);
    assertThat(commit(ledger.at(1).deposit(50, 60, 70).build())).containsExactly(Conflict.INSTANCE);

    assertThat(ledger.load(store()).version()).isEqualTo(2);
    assertThat(ledger.reload(store()).state().balance()).isEqualTo(3);
  }

  @Test
  default void refusesACommitThatIsAheadSoThatNoGapOpens() {
    LedgerWriter ledger = ledger();
    committed(ledger.deposit(1).build());

    assertThat(commit(ledger.at(2).deposit(50, 60).build())).containsExactly(Conflict.INSTANCE);

    assertThat(ledger.load(store()).version()).isEqualTo(1);
  }

  @Test
  default void refusesASecondFirstCommit() {
    LedgerWriter ledger = ledger();
    committed(ledger.deposit(1).build());

    assertThat(commit(ledger.at(0).deposit(50).build())).containsExactly(Conflict.INSTANCE);

    assertThat(ledger.load(store()).version()).isEqualTo(1);
  }

  @Test
  default void goesOnAfterAConflict() throws Exception {
    LedgerWriter ledger = ledger();
    LedgerWriter elsewhere = ledger(StoredSamples.LEDGER, ledger.id().key());
    GrainStore other = anotherStore();
    committed(ledger.deposit(1).build());
    elsewhere.reload(other);
    committed(ledger.deposit(2).build());

    assertThat(other.commit(List.of(elsewhere.deposit(4).build())))
        .containsExactly(Conflict.INSTANCE);
    committed(elsewhere.reload(other).deposit(4).build());

    assertThat(ledger.reload(store()).state().balance()).isEqualTo(7);
  }

  @Test
  default void passesOnWhatTheFoldThrows() {
    assumeTrue(keepsEvents(), "only stores that keep events fold them");
    LedgerWriter ledger = ledger();
    committed(ledger.deposit(1).build());
    RuntimeException failure = new IllegalStateException("the fold refuses");
    EventFold fold =
        new EventFold() {
          @Override
          public Object initialState() {
            return Ledger.EMPTY;
          }

          @Override
          public Object apply(Object state, Object event) {
            throw failure;
          }
        };

    assertThatThrownBy(() -> store().load(ledger.type(), ledger.id(), fold)).isSameAs(failure);
    assertThat(store().load(ledger.type(), ledger.id(), new LedgerFold()).version()).isEqualTo(1);
  }
}
