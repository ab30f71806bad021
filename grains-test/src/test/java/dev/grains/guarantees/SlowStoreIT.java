package dev.grains.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.grains.CallOptions;
import dev.grains.CallTimeoutException;
import dev.grains.EventSourcedGrain;
import dev.grains.GrainUnavailableException;
import dev.grains.Storage;
import dev.grains.annotation.Grain;
import dev.grains.annotation.NonBlocking;
import dev.grains.annotation.ReadOnly;
import dev.grains.spi.CommitResult;
import dev.grains.spi.StoredDataException;
import dev.grains.test.GrainCluster;
import dev.grains.test.SettableClock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * A store that is slower than the caller's patience: the caller is told that nobody knows, and
 * whoever asks next gets the truth.
 */
class SlowStoreIT {

  record Paid(long amount) {}

  record Balance(long value) {}

  interface Till {
    long pay(long amount);

    @ReadOnly
    long balance();
  }

  @Grain("computing-till")
  interface ComputingTill extends Till {}

  @Grain("blocking-till")
  interface BlockingTill extends Till {}

  private abstract static class TillGrain extends EventSourcedGrain<Balance, Paid> implements Till {
    private final AtomicInteger decisions;

    TillGrain(AtomicInteger decisions) {
      this.decisions = decisions;
    }

    @Override
    protected Balance initialState() {
      return new Balance(0);
    }

    @Override
    protected Balance apply(Balance state, Paid event) {
      return new Balance(state.value() + event.amount());
    }

    @Override
    public long pay(long amount) {
      decisions.incrementAndGet();
      emit(new Paid(amount));
      return state().value();
    }

    @Override
    public long balance() {
      return state().value();
    }
  }

  @NonBlocking
  private static final class ComputingTillGrain extends TillGrain implements ComputingTill {
    ComputingTillGrain(AtomicInteger decisions) {
      super(decisions);
    }
  }

  private static final class BlockingTillGrain extends TillGrain implements BlockingTill {
    BlockingTillGrain(AtomicInteger decisions) {
      super(decisions);
    }
  }

  /** A till as callers with and without patience see it. */
  private record Tills(
      String type, String key, Till patient, Till patientKeyed, Till hurried, Till keyed) {}

  private interface TillTest {
    void run(Tills tills) throws Exception;
  }

  private final AtomicInteger decisions = new AtomicInteger();
  private final FaultyStore store = new FaultyStore();
  private final StoppableClock clock = new StoppableClock();
  private GrainCluster cluster;
  private int tills;

  @BeforeEach
  void start() {
    cluster =
        GrainCluster.of(
            1,
            grains ->
                grains
                    .register(ComputingTill.class, () -> new ComputingTillGrain(decisions))
                    .register(BlockingTill.class, () -> new BlockingTillGrain(decisions))
                    .storage(Storage.in(store))
                    .callTimeout(Duration.ofSeconds(30))
                    .clock(clock));
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  private Stream<DynamicTest> both(TillTest test) {
    return Stream.of(ComputingTill.class, BlockingTill.class)
        .map(
            kind ->
                DynamicTest.dynamicTest(
                    kind.getSimpleName(),
                    () -> {
                      Tills till = tills(kind);
                      assertThat(till.patient.pay(1)).isEqualTo(1);
                      decisions.set(0);
                      test.run(till);
                    }));
  }

  private Tills tills(Class<? extends Till> kind) {
    String key = "till-" + tills++;
    CallOptions.Chain hurried = CallOptions.timeout(Duration.ofSeconds(1));
    return new Tills(
        kind.getAnnotation(Grain.class).value(),
        key,
        cluster.member(0).get(kind, key),
        cluster.member(0).get(kind, key, CallOptions.idempotencyKey("payment-" + key)),
        cluster.member(0).get(kind, key, hurried),
        cluster.member(0).get(kind, key, hurried.idempotencyKey("payment-" + key)));
  }

  private static void assertOutcomeUnknown(Runnable call, Tills tills) {
    assertThatThrownBy(call::run)
        .isInstanceOf(CallTimeoutException.class)
        .hasMessageContaining(tills.type + "/" + tills.key)
        .hasMessageContaining("unknown");
  }

  @TestFactory
  Stream<DynamicTest> aCommandWhoseCommitOutlastsItsDeadlineTakesEffectOnce() {
    return both(
        tills -> {
          FaultyStore.Barrier barrier = new FaultyStore.Barrier();
          store.commitFaults.add(barrier);

          assertOutcomeUnknown(() -> tills.hurried.pay(2), tills);
          assertThat(tills.patient.balance()).as("not durable yet").isEqualTo(1);
          barrier.open();

          assertThat(tills.patient.pay(10)).isEqualTo(13);
          assertThat(tills.patient.balance()).isEqualTo(13);
          assertThat(store.version(tills.type, tills.key)).isEqualTo(3);
          assertThat(decisions).hasValue(2);
        });
  }

  @TestFactory
  Stream<DynamicTest> aSlowCommitThatIsLostIsNotDecidedAgainAfterItsDeadline() {
    return both(
        tills -> {
          FaultyStore.Barrier barrier = new FaultyStore.Barrier();
          store.commitFaults.add(barrier.then(FaultyStore.conflict()));

          assertOutcomeUnknown(() -> tills.hurried.pay(2), tills);
          barrier.open();

          assertThat(tills.patient.pay(10)).isEqualTo(11);
          assertThat(store.version(tills.type, tills.key)).isEqualTo(2);
          assertThat(decisions).as("once in vain, and the later command").hasValue(2);
        });
  }

  @TestFactory
  Stream<DynamicTest> aSlowCommitThatNobodyKnowsOfIsFoundByItsReceipt() {
    return both(
        tills -> {
          FaultyStore.Barrier barrier = new FaultyStore.Barrier();
          store.commitFaults.add(barrier.then(FaultyStore.unknown(true)));

          assertOutcomeUnknown(() -> tills.hurried.pay(2), tills);
          barrier.open();

          assertThat(tills.patient.pay(10)).isEqualTo(13);
          assertThat(store.version(tills.type, tills.key)).isEqualTo(3);
          assertThat(decisions).hasValue(2);
        });
  }

  @TestFactory
  Stream<DynamicTest> theSameIdempotencyKeyFindsOutWhatCameOfACommand() {
    return both(
        tills -> {
          FaultyStore.Barrier barrier = new FaultyStore.Barrier();
          store.commitFaults.add(barrier);

          assertOutcomeUnknown(() -> tills.keyed.pay(2), tills);
          barrier.open();

          assertThat(tills.patientKeyed.pay(2)).isEqualTo(3);
          assertThat(tills.patient.balance()).isEqualTo(3);
          assertThat(decisions).as("decided once, answered twice").hasValue(1);
        });
  }

  @TestFactory
  Stream<DynamicTest> whenTheReceiptCannotBeReadTheOutcomeIsSaidToBeUnknown() {
    return both(
        tills -> {
          store.commitFaults.add(FaultyStore.unknown(true));
          store.loadFailures.add(new StoredDataException("receipts cannot be read", null));

          assertOutcomeUnknown(() -> tills.patient.pay(2), tills);

          assertThat(tills.patient.pay(10)).isEqualTo(13);
          assertThat(store.version(tills.type, tills.key)).isEqualTo(3);
        });
  }

  @TestFactory
  Stream<DynamicTest> whenTheReplyCannotBeLookedUpTheOutcomeIsSaidToBeUnknown() {
    return both(
        tills -> {
          store.commitFaults.add(
              (commits, direct) -> {
                store.beforeReply = key -> fail(); // the next look is the one after this commit
                return FaultyStore.unknown(false).commit(commits, direct);
              });

          assertOutcomeUnknown(() -> tills.keyed.pay(2), tills);
          store.beforeReply = key -> {};

          assertThat(tills.patientKeyed.pay(2)).isEqualTo(3);
          assertThat(store.version(tills.type, tills.key)).isEqualTo(2);
        });
  }

  private static void fail() {
    throw FaultyStore.outage();
  }

  @TestFactory
  Stream<DynamicTest> whileRepliesCannotBeLookedUpACommandWithAKeyIsNotDone() {
    return both(
        tills -> {
          AtomicInteger looks = new AtomicInteger();
          store.beforeReply =
              key -> {
                looks.incrementAndGet();
                fail();
              };
          SettableClock stopped = clock.stop();

          CompletableFuture<Long> payment = CompletableFuture.supplyAsync(() -> tills.keyed.pay(2));
          await().until(() -> looks.get() > 0);
          stopped.advance(Duration.ofMillis(950));

          assertThatThrownBy(() -> payment.get(30, TimeUnit.SECONDS))
              .hasCauseInstanceOf(GrainUnavailableException.class)
              .hasMessageContaining(tills.type + "/" + tills.key + " was not done");
          store.beforeReply = key -> {};

          assertThat(decisions).hasValue(0);
          assertThat(tills.patientKeyed.pay(2)).isEqualTo(3);
        });
  }

  @TestFactory
  Stream<DynamicTest> anOutageOfTheLookForRepliesThatEndsBeforeTheDeadlineIsHealed() {
    return both(
        tills -> {
          AtomicInteger looks = new AtomicInteger();
          store.beforeReply =
              key -> {
                if (looks.incrementAndGet() < 3) {
                  fail();
                }
              };
          Till keyed =
              cluster
                  .member(0)
                  .get(
                      tills.patient.getClass().getInterfaces()[0].asSubclass(Till.class),
                      tills.key,
                      CallOptions.idempotencyKey("payment"));

          assertThat(keyed.pay(2)).isEqualTo(3);
          assertThat(looks).hasValue(3);
          assertThat(decisions).hasValue(1);
        });
  }

  @TestFactory
  Stream<DynamicTest> aCommitThatCannotBeStoredAfterTheDeadlineChangesNothing() {
    return both(
        tills -> {
          FaultyStore.Barrier barrier = new FaultyStore.Barrier();
          store.commitFaults.add(
              barrier.then(
                  (commits, direct) ->
                      List.of(new CommitResult.Rejected(new IllegalArgumentException("no")))));

          assertOutcomeUnknown(() -> tills.hurried.pay(2), tills);
          barrier.open();

          assertThat(tills.patient.pay(10)).isEqualTo(11);
        });
  }
}
