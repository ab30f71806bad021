package dev.grains.test;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.spi.Commit;
import dev.grains.spi.CommitResult;
import dev.grains.spi.CommitResult.Committed;
import dev.grains.spi.CommitResult.Conflict;
import dev.grains.spi.CommitResult.Rejected;
import dev.grains.spi.GrainStore;
import dev.grains.test.StoredSamples.Unwritable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

interface GroupContract extends StoreUnderTest {

  @Test
  default void anEmptyGroupHasNoResults() {
    assertThat(store().commit(List.of())).isEmpty();
  }

  @Test
  default void aGroupKeepsGrainsOfEveryKind() {
    List<LedgerWriter> ledgers = IntStream.range(0, 200).mapToObj(i -> ledger()).toList();
    List<DocumentWriter> documents = IntStream.range(0, 200).mapToObj(i -> document()).toList();
    for (int round = 1; round <= 3; round++) {
      List<Commit> group = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        group.add(ledgers.get(i).deposit(i).build());
        group.add(documents.get(i).set(round + "-" + i).build());
      }
      committed(group.toArray(Commit[]::new));
    }

    for (int i = 0; i < 200; i++) {
      assertThat(ledgers.get(i).load(store()).state()).isEqualTo(ledgers.get(i).state());
      assertThat(documents.get(i).load(store()).version()).isEqualTo(3);
    }
  }

  @Test
  default void theConflictOfOneGrainFailsNoNeighbour() {
    LedgerWriter behind = ledger();
    LedgerWriter ahead = ledger();
    DocumentWriter documentBehind = document();
    committed(
        behind.deposit(1).build(), ahead.deposit(1).build(), documentBehind.set("first").build());

    List<CommitResult> results =
        commit(
            ledger().deposit(1).build(),
            behind.at(0).deposit(1).build(),
            document().set("new").build(),
            documentBehind.at(0).set("other").build(),
            ahead.at(7).deposit(1).build(),
            ledger().deposit(1).build());

    assertThat(results)
        .containsExactly(
            Committed.INSTANCE,
            Conflict.INSTANCE,
            Committed.INSTANCE,
            Conflict.INSTANCE,
            Conflict.INSTANCE,
            Committed.INSTANCE);
    assertThat(behind.load(store()).version()).isEqualTo(1);
    assertThat(ahead.load(store()).version()).isEqualTo(1);
    assertThat(documentBehind.load(store()).version()).isEqualTo(1);
  }

  @Test
  default void manyConflictsFailNoNeighbour() {
    List<LedgerWriter> ledgers = IntStream.range(0, 60).mapToObj(i -> ledger()).toList();
    ledgers.forEach(ledger -> committed(ledger.deposit(1).build()));

    List<CommitResult> results =
        store()
            .commit(
                IntStream.range(0, 60)
                    .mapToObj(i -> ledgers.get(i).at(i % 3).deposit(2).build())
                    .toList());

    for (int i = 0; i < 60; i++) {
      assertThat(results.get(i)).isEqualTo(i % 3 == 1 ? Committed.INSTANCE : Conflict.INSTANCE);
      assertThat(ledgers.get(i).load(store()).version()).isEqualTo(i % 3 == 1 ? 2 : 1);
    }
  }

  @Test
  default void aCommitThatCannotBeWrittenIsRejectedAlone() {
    LedgerWriter broken = ledger();
    Commit unwritable =
        new CommitBuilder(broken.type(), broken.id(), now())
            .event(new Unwritable(1))
            .state(new Unwritable(1))
            .build();

    List<CommitResult> results =
        commit(ledger().deposit(1).build(), unwritable, ledger().deposit(1).build());

    assertThat(results.get(0)).isEqualTo(Committed.INSTANCE);
    assertThat(results.get(1))
        .isInstanceOfSatisfying(
            Rejected.class,
            rejected -> assertThat(rejected.cause()).hasMessageContaining(broken.id().toString()));
    assertThat(results.get(2)).isEqualTo(Committed.INSTANCE);
    assertThat(broken.load(store()).version()).isZero();
  }

  @Test
  default void oneOfTwoWritersWinsEachVersion() throws Exception {
    List<String> keys = List.of(ledger().id().key(), ledger().id().key());
    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<Integer>> wins = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        GrainStore store = anotherStore();
        wins.add(threads.submit(racer(store, keys, together)));
      }
      int won = wins.get(0).get(60, TimeUnit.SECONDS) + wins.get(1).get(60, TimeUnit.SECONDS);

      long balance = 0;
      for (String key : keys) {
        balance += ledger(StoredSamples.LEDGER, key).reload(store()).state().balance();
      }
      assertThat(balance).isEqualTo(won);
      assertThat(won).isBetween(100, 200);
    } finally {
      threads.shutdownNow();
    }
  }

  private Callable<Integer> racer(GrainStore store, List<String> keys, CyclicBarrier together) {
    return () -> {
      int won = 0;
      List<LedgerWriter> ledgers =
          keys.stream().map(key -> ledger(StoredSamples.LEDGER, key)).toList();
      for (int round = 0; round < 50; round++) {
        ledgers.forEach(ledger -> ledger.reload(store));
        together.await(30, TimeUnit.SECONDS);
        List<Commit> group = ledgers.stream().map(ledger -> ledger.deposit(1).build()).toList();
        won += (int) store.commit(group).stream().filter(Committed.class::isInstance).count();
        together.await(30, TimeUnit.SECONDS);
      }
      return won;
    };
  }
}
