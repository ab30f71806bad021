package dev.grains.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grains.CallOptions;
import dev.grains.GrainUnavailableException;
import dev.grains.Grains;
import dev.grains.Storage;
import dev.grains.Threads;
import dev.grains.test.GrainCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Idempotency keys are looked up before a turn, many with one question to the store. */
class KeyLookupIT {

  private final AtomicInteger decisions = new AtomicInteger();
  private final FaultyStore store = new FaultyStore();
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
                    .callTimeout(Duration.ofSeconds(30)));
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  private Adder adder(String key) {
    return cluster.member(0).get(Adder.class, key);
  }

  private static Adder keyed(Grains caller, String adder, String key) {
    return caller.get(Adder.class, adder, CallOptions.idempotencyKey(key));
  }

  private Adder keyed(String adder, String key) {
    return keyed(cluster.member(0), adder, key);
  }

  private static <T> T get(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  @Test
  void aKeyWorksAcrossCallersAndActivations() throws Exception {
    assertThat(get(keyed("a", "order").add(4))).isEqualTo(4);
    get(cluster.member(0).deactivate(Adder.class, "a"));
    assertThat(get(keyed(cluster.liteMember(), "a", "order").add(4))).isEqualTo(4);

    assertThat(adder("a").value()).isEqualTo(4);
    assertThat(decisions).hasValue(1);
  }

  @Test
  void theKeysOfABatchAreLookedUpAtOnce() throws Exception {
    get(adder("a").add(1));
    FaultyStore.Barrier barrier = new FaultyStore.Barrier();
    store.commitFaults.add(barrier);
    CompletionStage<Long> first = keyed("a", "order-0").add(1);
    barrier.awaitReached();
    CompletionStage<Long> second = keyed("a", "order-1").add(1);
    CompletionStage<Long> same = keyed("a", "order-1").add(1);
    CompletionStage<Long> third = keyed("a", "order-2").add(1);

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
    List<String> adders = IntStream.range(0, 20).mapToObj(i -> "adder-" + i).toList();
    for (String adder : adders) {
      get(adder(adder).add(1));
    }
    Semaphore looking = new Semaphore(0);
    CountDownLatch open = new CountDownLatch(1);
    store.beforeReply =
        key -> {
          looking.release();
          awaitOpen(open);
        };

    List<CompletionStage<Long>> replies = new ArrayList<>();
    for (String adder : adders) {
      replies.add(keyed(adder, "order").add(1));
      if (replies.size() <= Threads.defaults().committers()) {
        assertThat(looking.tryAcquire(30, TimeUnit.SECONDS)).isTrue();
      }
    }
    // what is sent to a partition later runs behind the admissions there
    adders.forEach(adder -> cluster.member(0).hazelcast().getMap("behind").get(adder));
    open.countDown();

    for (CompletionStage<Long> reply : replies) {
      assertThat(get(reply)).isEqualTo(2);
    }
    assertThat(store.looks).extracting(List::size).containsExactly(1, 1, 18);
  }

  @Test
  void aLookupThatBreaksFailsItsGrainAndNoOther() throws Exception {
    store.beforeReply =
        key -> {
          if (key.equals("poison")) {
            throw new IllegalStateException("no such key");
          }
        };

    assertThatThrownBy(() -> get(keyed("a", "poison").add(1)))
        .hasCauseInstanceOf(GrainUnavailableException.class)
        .hasMessageContaining("sum/a was not done")
        .hasMessageContaining("no such key");

    assertThat(get(keyed("b", "order").add(1))).isEqualTo(1);
    assertThat(get(adder("a").add(2))).as("the next command starts afresh").isEqualTo(2);
  }

  private static void awaitOpen(CountDownLatch open) {
    try {
      assertThat(open.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
