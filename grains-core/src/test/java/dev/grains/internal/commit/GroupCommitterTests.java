package dev.grains.internal.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.grains.internal.metrics.Metrics;
import dev.grains.spi.CommitResult.Committed;
import dev.grains.spi.CommitResult.Unavailable;
import dev.grains.spi.StoreUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitterTests {

  private final AtomicLong now = new AtomicLong(1_000);
  private final ScriptedStore store = new ScriptedStore();
  private final AtomicInteger groups = new AtomicInteger();
  private GroupCommitter committer = committer(new CommitterSettings(1, 100, 3, 1_000));

  private GroupCommitter committer(CommitterSettings settings) {
    return new GroupCommitter(
        store,
        "test",
        settings,
        () -> Instant.ofEpochMilli(now.get()),
        new Metrics(null).commits("test"),
        groups::incrementAndGet);
  }

  @AfterEach
  void close() {
    store.permits.release(1_000);
    committer.close();
  }

  private void holdStore() {
    store.permits.drainPermits();
    committer.submit(Noted.of("held", 0));
    await().until(() -> store.seen.size() == 1);
  }

  private void releaseStore() {
    store.permits.release(1_000);
  }

  @Test
  void whatArrivesDuringATransactionSharesTheNext() {
    holdStore();
    List<Noted> commits = List.of(Noted.of("a", 0), Noted.of("b", 0), Noted.of("c", 0));
    commits.forEach(committer::submit);

    releaseStore();

    await().until(() -> commits.stream().allMatch(each -> each.results.size() == 1));
    assertThat(store.seen).extracting(List::size).containsExactly(1, 3);
    await().until(() -> groups.get() == 2);
  }

  @Test
  void aGroupHasNoMoreCommitsThanItsBound() {
    holdStore();
    List<Noted> commits =
        List.of("a", "b", "c", "d", "e").stream().map(key -> Noted.of(key, 0)).toList();
    commits.forEach(committer::submit);

    releaseStore();

    await().until(() -> commits.stream().allMatch(each -> each.results.size() == 1));
    assertThat(store.seen).extracting(List::size).containsExactly(1, 3, 2);
  }

  @Test
  void aGroupHasNoMoreBytesThanItsBoundUnlessOneCommitHas() {
    holdStore();
    List<Noted> commits =
        List.of(Noted.of("a", 0, 5_000), Noted.of("b", 0, 600), Noted.of("c", 0, 600));
    commits.forEach(committer::submit);

    releaseStore();

    await().until(() -> commits.stream().allMatch(each -> each.results.size() == 1));
    assertThat(store.seen).extracting(List::size).containsExactly(1, 1, 1, 1);
  }

  @Test
  void whatWasDroppedMeanwhileIsNotWritten() {
    holdStore();
    Noted dropped = Noted.of("a", 0);
    Noted wanted = Noted.of("b", 0);
    committer.submit(dropped);
    committer.submit(wanted);
    dropped.dropped = true;

    releaseStore();

    await().until(() -> wanted.results.size() == 1);
    assertThat(store.seen.get(1)).extracting(commit -> commit.id().key()).containsExactly("b");
    assertThat(dropped.results).isEmpty();
  }

  @Test
  void isFullForAllGrainsOfAThreadWhoseQueueIs() {
    committer.close();
    committer = committer(new CommitterSettings(1, 2, 3, 1_000));
    store.seen.clear();
    holdStore();
    committer.submit(Noted.of("a", 0));
    assertThat(committer.full(Noted.of("x", 0).commit().id())).isFalse();

    committer.submit(Noted.of("b", 0));

    assertThat(committer.full(Noted.of("x", 0).commit().id())).isTrue();
    assertThat(committer.waiting()).isEqualTo(2);
    releaseStore();
    await().until(() -> committer.waiting() == 0);
  }

  @Test
  void anOutageIsWaitedForAndTheOrderKept() {
    store.failure = new StoreUnavailableException("no connection", new RuntimeException());
    Noted first = Noted.of("a", 0);
    Noted second = Noted.of("a", 1);
    committer.submit(first);
    await().until(() -> store.seen.size() >= 2);
    committer.submit(second);

    store.failure = null;

    await().until(() -> second.results.size() == 1);
    assertThat(first.results).containsExactly(Committed.INSTANCE);
    assertThat(second.results).containsExactly(Committed.INSTANCE);
  }

  @Test
  void anOutageIsToldAtTheDeadline() {
    store.failure = new StoreUnavailableException("no connection", new RuntimeException());
    Noted commit = Noted.of("a", 0).until(5_000);
    committer.submit(commit);
    await().until(() -> store.seen.size() >= 2);
    assertThat(commit.results).isEmpty();

    now.set(5_000);

    await().until(() -> commit.results.size() == 1);
    assertThat(commit.results).hasOnlyElementsOfType(Unavailable.class);
  }
}
