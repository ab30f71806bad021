package dev.grains.test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.spi.CommitResult.Conflict;
import dev.grains.spi.Receipt;
import dev.grains.spi.StoredGrain;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

interface ReceiptContract extends StoreUnderTest {

  private static String text(Receipt receipt) {
    return receipt.caller().getLeastSignificantBits()
        + ":"
        + receipt.batch()
        + ":"
        + new String(receipt.replies(), UTF_8);
  }

  private static UUID caller(int number) {
    return new UUID(7, number);
  }

  private static List<String> receipts(StoredGrain stored) {
    return stored.receipts().stream().map(ReceiptContract::text).sorted().toList();
  }

  private Instant later() {
    return now().plus(Duration.ofMinutes(5));
  }

  @Test
  default void aReceiptComesBackAsItWasCommitted() {
    LedgerWriter ledger = ledger();
    DocumentWriter document = document();
    Instant expiresAt = later();
    committed(
        ledger.deposit(1).receipt(caller(1), 41, expiresAt, "it's 東京\0").build(),
        document.set("first").receipt(caller(1), 41, expiresAt, "it's 東京\0").build());

    for (StoredGrain stored : List.of(ledger.load(store()), document.load(store()))) {
      assertThat(stored.receipts())
          .singleElement()
          .satisfies(
              receipt -> {
                assertThat(receipt.caller()).isEqualTo(caller(1));
                assertThat(receipt.batch()).isEqualTo(41);
                assertThat(receipt.expiresAt()).isEqualTo(expiresAt);
                assertThat(receipt.replies()).isEqualTo("it's 東京\0".getBytes(UTF_8));
              });
    }
  }

  @Test
  default void theNewestReceiptOfEachCallerIsKept() throws Exception {
    LedgerWriter ledger = ledger();
    DocumentWriter document = document();
    for (int batch = 1; batch <= 3; batch++) {
      committed(
          ledger.deposit(1).receipt(caller(batch % 2), batch, later(), "r" + batch).build(),
          document.set("s").receipt(caller(batch % 2), batch, later(), "r" + batch).build());
    }

    assertThat(receipts(ledger.load(anotherStore()))).containsExactly("0:2:r2", "1:3:r3");
    assertThat(receipts(document.load(anotherStore()))).containsExactly("0:2:r2", "1:3:r3");
  }

  @Test
  default void severalReceiptsMayComeWithOneCommit() {
    LedgerWriter ledger = ledger();

    committed(
        ledger
            .deposit(1, 2)
            .receipt(caller(1), 1, later(), "a")
            .receipt(caller(2), 1, later(), "b")
            .build());

    assertThat(receipts(ledger.load(store()))).containsExactly("1:1:a", "2:1:b");
  }

  @Test
  default void anExpiredReceiptIsGone() {
    LedgerWriter ledger = ledger();
    DocumentWriter document = document();
    committed(
        ledger.deposit(1).receipt(caller(1), 1, now().plusSeconds(10), "a").build(),
        document.set("s").receipt(caller(1), 1, now().plusSeconds(10), "a").build());
    committed(
        ledger.deposit(1).receipt(caller(2), 1, now().plusSeconds(60), "b").build(),
        document.set("s").receipt(caller(2), 1, now().plusSeconds(60), "b").build());

    clock().advance(Duration.ofSeconds(11));

    assertThat(receipts(ledger.load(store()))).containsExactly("2:1:b");
    assertThat(receipts(document.load(store()))).containsExactly("2:1:b");
  }

  @Test
  default void aLostCommitLeavesNoReceipt() {
    LedgerWriter ledger = ledger();
    DocumentWriter document = document();
    committed(ledger.deposit(1).build(), document.set("s").build());

    assertThat(
            commit(
                ledger.at(0).deposit(1).receipt(caller(1), 1, later(), "a").build(),
                document.at(0).set("s").receipt(caller(1), 1, later(), "a").build()))
        .containsExactly(Conflict.INSTANCE, Conflict.INSTANCE);

    assertThat(ledger.load(store()).receipts()).isEmpty();
    assertThat(document.load(store()).receipts()).isEmpty();
  }

  @Test
  default void aClearedDocumentKeepsItsReceipts() {
    DocumentWriter document = document();
    committed(document.set("s").receipt(caller(1), 1, later(), "a").build());
    committed(document.clear().receipt(caller(2), 1, later(), "b").build());

    assertThat(receipts(document.load(store()))).containsExactly("1:1:a", "2:1:b");
  }

  @Test
  default void aReceiptOlderThanSnapshotsIsStillFound() {
    for (LedgerWriter ledger :
        List.of(ledger(StoredSamples.SNAPSHOTS), ledger(StoredSamples.TRIMMED))) {
      committed(ledger.deposit(1).receipt(caller(1), 1, later(), "first").build());
      committed(ledger.deposit(1).receipt(caller(2), 1, now().plusSeconds(10), "short").build());
      committed(
          ledger
              .deposit(1)
              .receipt(caller(3), 0, later(), "outdated")
              .receipt(caller(4), 1, later(), "beside")
              .build());
      for (int i = 1; i <= 17; i++) {
        committed(ledger.deposit(1).receipt(caller(3), i, later(), "r" + i).build());
      }

      assertThat(receipts(ledger.load(store())))
          .containsExactly("1:1:first", "2:1:short", "3:17:r17", "4:1:beside");
    }
  }
}
