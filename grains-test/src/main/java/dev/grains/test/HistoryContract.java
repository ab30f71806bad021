package dev.grains.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.grains.spi.EventMetadata;
import dev.grains.spi.StoredEvent;
import dev.grains.test.StoredSamples.Deposited;
import dev.grains.test.StoredSamples.Withdrawn;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

interface HistoryContract extends StoreUnderTest {

  EventMetadata PLAIN = new EventMetadata(new UUID(1, 2), "correlation", null, null, Map.of());

  EventMetadata FULL =
      new EventMetadata(
          new UUID(3, 4), "it's", "order/\"7\"", "key 東京", Map.of("tenant", "a\\b", "x", ""));

  private CommitBuilder commit(LedgerWriter ledger, long expectedVersion) {
    return new CommitBuilder(ledger.type(), ledger.id(), now()).expecting(expectedVersion);
  }

  private List<StoredEvent> history(LedgerWriter ledger, long afterVersion) {
    List<StoredEvent> events = new ArrayList<>();
    store().history(ledger.type(), ledger.id(), afterVersion, events::add);
    return events;
  }

  @Test
  default void theHistoryTellsEveryEventWithItsOrigin() {
    assumeTrue(keepsEvents(), "only stores that keep events show them");
    LedgerWriter ledger = ledger();
    committed(
        commit(ledger, 0)
            .event(new Deposited(5, "東京"), PLAIN)
            .event(new Withdrawn(2), FULL)
            .build());
    Instant first = now();
    clock().advance(Duration.ofMillis(1500));
    committed(
        commit(ledger, 2)
            .event(new Withdrawn(3), FULL)
            .receipt(new UUID(5, 6), 1, now().plusSeconds(60), "reply")
            .build()
            .then(
                commit(ledger, 3)
                    .event(new Withdrawn(4), PLAIN)
                    .receipt(PLAIN.caller(), 2, now().plusSeconds(60), "reply")
                    .build()));
    committed(
        commit(ledger, 4)
            .event(new Withdrawn(5), PLAIN)
            .receipt(PLAIN.caller(), 3, now().plusSeconds(60), "reply")
            .build());

    assertThat(history(ledger, 0))
        .containsExactly(
            new StoredEvent(1, first, new Deposited(5, "東京"), PLAIN),
            new StoredEvent(2, first, new Withdrawn(2), FULL),
            new StoredEvent(3, now(), new Withdrawn(3), FULL),
            new StoredEvent(4, now(), new Withdrawn(4), PLAIN),
            new StoredEvent(5, now(), new Withdrawn(5), PLAIN));
  }

  @Test
  default void theHistoryStartsBehindAVersion() {
    assumeTrue(keepsEvents(), "only stores that keep events show them");
    LedgerWriter ledger = ledger();
    committed(ledger.deposit(1, 2, 3).build());

    assertThat(history(ledger, 2)).extracting(StoredEvent::version).containsExactly(3L);
    assertThat(history(ledger, 3)).isEmpty();
    assertThat(history(ledger(), 0)).isEmpty();
  }

  @Test
  default void aStoreThatKeepsNoEventsSaysSo() {
    assumeTrue(!keepsEvents(), "only stores that keep no events refuse");
    LedgerWriter ledger = ledger();

    assertThatThrownBy(() -> history(ledger, 0))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("keeps no events");
  }

  @Test
  default void aStoreThatCanBeReachedAnswersAPing() {
    store().ping();
  }
}
