package dev.grains.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.CallOptions;
import dev.grains.EventSourcedGrain;
import dev.grains.Grains;
import dev.grains.Storage;
import dev.grains.Threads;
import dev.grains.annotation.Grain;
import dev.grains.annotation.NonBlocking;
import dev.grains.annotation.ReadOnly;
import dev.grains.test.GrainCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Idempotency keys are looked up before a turn, many with one question to the store. */
class KeyLookupIT {

  record Paid(long amount) {}

  record Balance(long value) {}

  @Grain("purse")
  interface Purse {
    CompletionStage<Long> pay(long amount);

    @ReadOnly
    long balance();
  }

  @NonBlocking
  static final class PurseGrain extends EventSourcedGrain<Balance, Paid> implements Purse {

    @Override
    protected Balance initialState() {
      return new Balance(0);
    }

    @Override
    protected Balance apply(Balance state, Paid event) {
      return new Balance(state.value() + event.amount());
    }

    @Override
    public CompletionStage<Long> pay(long amount) {
      emit(new Paid(amount));
      return CompletableFuture.completedFuture(state().value());
    }

    @Override
    public long balance() {
      return state().value();
    }
  }

  private final FaultyStore store = new FaultyStore();
  private GrainCluster cluster;

  @BeforeEach
  void start() {
    cluster =
        GrainCluster.of(
            1,
            grains ->
                grains
                    .register(Purse.class, PurseGrain::new)
                    .storage(Storage.in(store))
                    .callTimeout(Duration.ofSeconds(30)));
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  private Purse purse(String key) {
    return cluster.member(0).get(Purse.class, key);
  }

  private static Purse keyed(Grains caller, String purse, String key) {
    return caller.get(Purse.class, purse, CallOptions.idempotencyKey(key));
  }

  private Purse keyed(String purse, String key) {
    return keyed(cluster.member(0), purse, key);
  }

  private static <T> T get(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  @Test
  void aKeyWorksAcrossCallersAndActivations() throws Exception {
    assertThat(get(keyed("a", "order").pay(4))).isEqualTo(4);
    get(cluster.member(0).deactivate(Purse.class, "a"));
    assertThat(get(keyed(cluster.liteMember(), "a", "order").pay(4))).isEqualTo(4);

    assertThat(purse("a").balance()).isEqualTo(4);
  }

  @Test
  void theKeysOfABatchAreLookedUpAtOnce() throws Exception {
    get(purse("a").pay(1));
    FaultyStore.Barrier barrier = new FaultyStore.Barrier();
    store.commitFaults.add(barrier);
    CompletionStage<Long> first = keyed("a", "order-0").pay(1);
    barrier.awaitReached();
    CompletionStage<Long> second = keyed("a", "order-1").pay(1);
    CompletionStage<Long> same = keyed("a", "order-1").pay(1);
    CompletionStage<Long> third = keyed("a", "order-2").pay(1);

    barrier.open();

    assertThat(get(first)).isEqualTo(2);
    assertThat(get(second)).isEqualTo(3);
    assertThat(get(same)).isEqualTo(3);
    assertThat(get(third)).isEqualTo(4);
    assertThat(store.looks)
        .containsExactly(List.of(Set.of("order-0")), List.of(Set.of("order-1", "order-2")));
  }

  @Test
  void theKeysOfManyGrainsAreLookedUpTogether() throws Exception {
    List<String> purses = IntStream.range(0, 20).mapToObj(i -> "purse-" + i).toList();
    for (String purse : purses) {
      get(purse(purse).pay(1));
    }
    Semaphore looking = new Semaphore(0);
    CountDownLatch open = new CountDownLatch(1);
    store.beforeReply =
        key -> {
          looking.release();
          awaitOpen(open);
        };

    List<CompletionStage<Long>> replies = new ArrayList<>();
    for (String purse : purses) {
      replies.add(keyed(purse, "order").pay(1));
      if (replies.size() <= Threads.defaults().committers()) {
        assertThat(looking.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
      }
    }
    // what is sent to a partition later runs behind the admissions there
    purses.forEach(purse -> cluster.member(0).hazelcast().getMap("behind").get(purse));
    open.countDown();

    for (CompletionStage<Long> reply : replies) {
      assertThat(get(reply)).isEqualTo(2);
    }
    assertThat(store.looks).extracting(List::size).containsExactly(1, 1, 18);
  }

  private static void awaitOpen(CountDownLatch open) {
    try {
      assertThat(open.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
