package dev.grains.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.grains.CallOptions;
import dev.grains.CallTimeoutException;
import dev.grains.GrainCallException;
import dev.grains.GrainUnavailableException;
import dev.grains.Grains;
import dev.grains.Storage;
import dev.grains.spi.Commit;
import dev.grains.spi.CommitResult;
import dev.grains.spi.StoredDataException;
import dev.grains.test.GrainCluster;
import dev.grains.test.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Nothing uncommitted is ever visible outside, and effects happen once, whatever the store does.
 */
class StoreInTroubleIT {

  private final AtomicInteger decisions = new AtomicInteger();
  private final FaultyStore store = new FaultyStore();
  private final StoppableClock clock = new StoppableClock();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private GrainCluster cluster;

  @BeforeEach
  void start() {
    cluster =
        GrainCluster.of(
            1,
            grains ->
                grains
                    .register(Adder.class, () -> new AdderGrain(decisions))
                    .storage(Storage.in(store))
                    .callTimeout(Duration.ofSeconds(30))
                    .clock(clock)
                    .meters(meters));
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  private Adder adder(String key) {
    return cluster.member(0).get(Adder.class, key);
  }

  private Grains second() {
    return cluster.liteMember();
  }

  private static <T> T get(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  @Test
  void aReplyLeavesOnlyWhenTheCommandIsDurable() throws Exception {
    get(adder("a").add(1));
    FaultyStore.Barrier barrier = new FaultyStore.Barrier();
    store.commitFaults.add(barrier);

    CompletableFuture<Long> reply = adder("a").add(2).toCompletableFuture();
    barrier.awaitReached();

    assertThat(reply).isNotDone();
    assertThat(adder("a").value()).as("a query sees committed state only").isEqualTo(1);
    barrier.open();
    assertThat(get(reply)).isEqualTo(3);
    assertThat(adder("a").value()).isEqualTo(3);
  }

  @Test
  void refusalsAndEmptyResultsDecidedOnTentativeStateWaitForIt() throws Exception {
    get(adder("a").add(1));
    Adder other = second().get(Adder.class, "a");
    FaultyStore.Barrier barrier = new FaultyStore.Barrier();
    store.commitFaults.add(barrier);
    CompletionStage<Long> add = adder("a").add(10);
    barrier.awaitReached();

    CompletableFuture<Long> refused = other.refuseAbove(5).toCompletableFuture();

    await().during(Duration.ofMillis(300)).until(() -> !refused.isDone());
    barrier.open();
    assertThat(get(add)).isEqualTo(11);
    assertThatThrownBy(() -> get(refused))
        .isInstanceOf(ExecutionException.class)
        .hasMessageContaining("the sum is 11");
  }

  @Test
  void commitsOfOneGrainThatWaitAreJoined() throws Exception {
    get(adder("a").add(1));
    Adder other = second().get(Adder.class, "a");
    FaultyStore.Barrier barrier = new FaultyStore.Barrier();
    store.commitFaults.add(barrier);
    CompletionStage<Long> first = adder("a").add(1);
    barrier.awaitReached();
    CompletionStage<Long> second = other.add(1);
    CompletionStage<Long> third = cluster.client().get(Adder.class, "a").add(1);
    await().until(() -> meters.get("grains.commit.queue").gauge().value() == 2);
    barrier.open();

    assertThat(get(first)).isEqualTo(2);
    assertThat(get(second)).isBetween(3L, 4L);
    assertThat(get(third)).isBetween(3L, 4L);
    assertThat(store.groups).hasSize(3).allSatisfy(group -> assertThat(group).hasSize(1));
    Commit joined = store.groups.get(2).get(0);
    assertThat(joined.expectedVersion()).isEqualTo(2);
    assertThat(joined.newVersion()).isEqualTo(4);
    assertThat(joined.receipts()).hasSize(2);
  }

  @Test
  void aLostCommitIsDecidedAgainAndCallersNoticeNothing() throws Exception {
    get(adder("a").add(1));
    store.commitFaults.add(FaultyStore.conflict());

    assertThat(get(adder("a").add(2))).isEqualTo(3);

    assertThat(decisions).hasValue(3);
    assertThat(store.version("sum", "a")).isEqualTo(2);
  }

  @Test
  void aCommitWithUnknownOutcomeThatHappenedIsAnsweredFromItsReceipt() throws Exception {
    store.commitFaults.add(FaultyStore.unknown(true));

    assertThat(get(adder("a").add(2))).isEqualTo(2);

    assertThat(decisions).as("decided once").hasValue(1);
    assertThat(store.version("sum", "a")).isEqualTo(1);
  }

  @Test
  void aCommitWithUnknownOutcomeThatDidNotHappenIsDecidedAgain() throws Exception {
    store.commitFaults.add(FaultyStore.unknown(false));

    assertThat(get(adder("a").add(2))).isEqualTo(2);

    assertThat(decisions).hasValue(2);
    assertThat(store.version("sum", "a")).isEqualTo(1);
  }

  @Test
  void anOutageThatEndsBeforeTheDeadlineIsHealed() throws Exception {
    get(adder("a").add(1));
    store.out = true;
    CompletableFuture<Long> loaded = adder("a").add(2).toCompletableFuture();
    CompletableFuture<Long> loading = adder("b").add(5).toCompletableFuture();
    await().during(Duration.ofMillis(200)).until(() -> !loaded.isDone() && !loading.isDone());

    store.out = false;

    assertThat(get(loaded)).isEqualTo(3);
    assertThat(get(loading)).isEqualTo(5);
  }

  @Test
  void anOutageBeyondTheDeadlineSaysThatTheCommandWasNotDone() throws Exception {
    get(adder("a").add(1));
    store.out = true;
    SettableClock stopped = clock.stop();
    CallOptions hurried = CallOptions.timeout(Duration.ofSeconds(1));

    CompletionStage<Long> commit = cluster.member(0).get(Adder.class, "a", hurried).add(2);
    CompletionStage<Long> load = cluster.member(0).get(Adder.class, "b", hurried).add(2);
    stopped.advance(Duration.ofMillis(950));

    assertThatThrownBy(() -> get(commit))
        .hasCauseInstanceOf(GrainUnavailableException.class)
        .hasMessageContaining("sum/a was not done");
    assertThatThrownBy(() -> get(load))
        .hasCauseInstanceOf(GrainUnavailableException.class)
        .hasMessageContaining("sum/b was not done");
    store.out = false;
    assertThat(get(adder("a").add(10))).isEqualTo(11);
  }

  @Test
  void anUnknownOutcomeThatCannotBeResolvedBeforeTheDeadlineIsSaidToBeUnknown() throws Exception {
    get(adder("a").add(1));
    store.commitFaults.add(
        (commits, direct) -> {
          store.out = true;
          return FaultyStore.unknown(false).commit(commits, direct);
        });
    CallOptions hurried = CallOptions.timeout(Duration.ofSeconds(2));

    CompletionStage<Long> commit = cluster.member(0).get(Adder.class, "a", hurried).add(2);

    assertThatThrownBy(() -> get(commit))
        .hasCauseInstanceOf(CallTimeoutException.class)
        .hasMessageContaining("unknown");
  }

  @Test
  void aCommandThatRunsOutOfTimeBehindOthersDoesNotTakeThemAlong() throws Exception {
    get(adder("a").add(1));
    Adder other = second().get(Adder.class, "a", CallOptions.timeout(Duration.ofSeconds(1)));
    store.out = true;
    CompletableFuture<Long> patient = adder("a").add(2).toCompletableFuture();
    await().until(() -> decisions.get() == 2);
    SettableClock stopped = clock.stop();
    CompletionStage<Long> hurried = other.add(100);
    await().until(() -> decisions.get() == 3);
    stopped.advance(Duration.ofMillis(950));

    assertThatThrownBy(() -> get(hurried)).hasCauseInstanceOf(GrainUnavailableException.class);
    store.out = false;
    clock.moveUntilDone(patient); // to the next attempt to load

    assertThat(get(patient)).isEqualTo(3);
    assertThat(adder("a").value()).isEqualTo(3);
  }

  @Test
  void aPoisonedCommitFailsAloneInItsGroup() throws Exception {
    get(adder("a").add(1));
    FaultyStore.Barrier barrier = new FaultyStore.Barrier();
    store.commitFaults.add(barrier);
    CompletionStage<Long> blocker = adder("a").add(1);
    barrier.awaitReached();
    store.commitFaults.add(StoreInTroubleIT::rejectPoison);
    store.commitFaults.add(StoreInTroubleIT::rejectPoison);
    CompletionStage<Long> poisoned = adder("poison").add(1);
    CompletionStage<Long> healthy = adder("b").add(7);
    barrier.open();

    assertThat(get(blocker)).isEqualTo(2);
    assertThat(get(healthy)).isEqualTo(7);
    assertThatThrownBy(() -> get(poisoned))
        .hasCauseInstanceOf(GrainCallException.class)
        .hasMessageContaining("sum/poison was not done")
        .hasMessageContaining("cannot be stored");
  }

  private static List<CommitResult> rejectPoison(
      List<Commit> commits, java.util.function.Function<Commit, CommitResult> direct) {
    return commits.stream()
        .map(
            commit ->
                commit.id().key().equals("poison")
                    ? new CommitResult.Rejected(new IllegalArgumentException("too long"))
                    : direct.apply(commit))
        .toList();
  }

  @Test
  void brokenDataFailsTheGrainAndNoOther() throws Exception {
    store.loadFailures.add(new StoredDataException("event 3 of sum/a has no type", null));

    assertThatThrownBy(() -> get(adder("a").add(1)))
        .hasCauseInstanceOf(GrainUnavailableException.class)
        .hasMessageContaining("could not be activated")
        .hasMessageContaining("event 3 of sum/a has no type");
    assertThat(get(adder("b").add(1))).isEqualTo(1);
    assertThat(get(adder("a").add(1))).as("the next command starts afresh").isEqualTo(1);
  }
}
