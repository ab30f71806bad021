package dev.grains.jdbc;

import static dev.grains.jdbc.Accounts.commit;
import static dev.grains.jdbc.Accounts.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.jdbc.Accounts.Account;
import dev.grains.jdbc.Accounts.Fold;
import dev.grains.jdbc.Accounts.Free;
import dev.grains.spi.CommitResult.Committed;
import dev.grains.spi.GrainType;
import dev.grains.spi.StoredGrain;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SnapshotSpeedTests {

  private static final int EVENTS = 100_000;
  private static final int COMMIT = 997;

  @ParameterizedTest
  @EnumSource
  void aGrainOfManyEventsLoadsFromItsSnapshotInATwentiethOfAReplay(TestDatabase database) {
    JdbcGrainStore store = JdbcGrainStore.create(database.dataSource());
    GrainType type = Accounts.account(100, 1, false);
    GrainType withoutSnapshot = Accounts.account(100, 2, false);
    String key = Accounts.newKey();
    write(store, type, key);

    long[] replays =
        LongStream.range(0, 3).map(i -> load(store, withoutSnapshot, key, EVENTS)).toArray();
    long[] loads = LongStream.range(0, 9).map(i -> load(store, type, key, 0)).toArray();

    // noise only adds to a time
    assertThat(Arrays.stream(loads).min().orElseThrow()).isLessThan(median(replays) / 20);
  }

  private static void write(JdbcGrainStore store, GrainType type, String key) {
    for (int version = 0; version < EVENTS; version += COMMIT) {
      int last = Math.min(EVENTS, version + COMMIT);
      Object[] events =
          LongStream.range(version, last).mapToObj(i -> Accounts.deposit(1)).toArray();
      Account state = new Account(last, new Free());
      assertThat(
              store.commit(
                  List.of(commit(type, key, version, state, List.of(), List.of(), events))))
          .containsExactly(Committed.INSTANCE);
    }
  }

  private static long load(JdbcGrainStore store, GrainType type, String key, int expectedFolds) {
    Fold fold = new Fold();
    long start = System.nanoTime();
    StoredGrain stored = store.load(type, id(key), fold);
    long nanos = System.nanoTime() - start;
    assertThat(stored)
        .isEqualTo(new StoredGrain(EVENTS, new Account(EVENTS, new Free()), List.of()));
    assertThat(fold.events()).hasSize(expectedFolds);
    return nanos;
  }

  private static long median(long[] nanos) {
    Arrays.sort(nanos);
    return nanos[nanos.length / 2];
  }
}
