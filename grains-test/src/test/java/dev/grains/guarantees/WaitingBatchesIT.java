package dev.grains.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.grains.CallOptions;
import dev.grains.GrainUnavailableException;
import dev.grains.Grains;
import dev.grains.Storage;
import dev.grains.annotation.Grain;
import dev.grains.annotation.ReadOnly;
import dev.grains.spi.StoredDataException;
import dev.grains.test.GrainCluster;
import dev.grains.test.SettableClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What waits at an activation that fails is not lost: it runs on the next one, or is told why. */
class WaitingBatchesIT {

  record Put(String coin) {}

  record Coins(List<String> all) {}

  @Grain("jar")
  interface Jar {
    CompletionStage<Integer> put(String coin);

    @ReadOnly
    CompletionStage<Integer> count();
  }

  static final class JarGrain extends dev.grains.EventSourcedGrain<Coins, Put> implements Jar {

    @Override
    protected Coins initialState() {
      return new Coins(List.of());
    }

    @Override
    protected Coins apply(Coins state, Put event) {
      if (event.coin().equals("false")) {
        throw new IllegalStateException("the coin is false");
      }
      List<String> more = new ArrayList<>(state.all());
      more.add(event.coin());
      return new Coins(List.copyOf(more));
    }

    @Override
    public CompletionStage<Integer> put(String coin) {
      if (coin.equals("false")) {
        begun.countDown();
        await(release);
      }
      emit(new Put(coin));
      return CompletableFuture.completedFuture(state().all().size());
    }

    @Override
    public CompletionStage<Integer> count() {
      return CompletableFuture.completedFuture(state().all().size());
    }

    private static void await(CountDownLatch latch) {
      try {
        if (!latch.await(30, TimeUnit.SECONDS)) {
          throw new AssertionError("not released in time");
        }
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  private static volatile CountDownLatch begun = new CountDownLatch(1);
  private static volatile CountDownLatch release = new CountDownLatch(1);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final FaultyStore store = new FaultyStore();
  private final StoppableClock clock = new StoppableClock();
  private GrainCluster cluster;
  private List<Grains> callers;

  @BeforeEach
  void start() {
    begun = new CountDownLatch(1);
    release = new CountDownLatch(1);
    cluster =
        GrainCluster.of(
            1,
            grains ->
                grains
                    .register(Jar.class, JarGrain::new)
                    .storage(Storage.in(store))
                    .callTimeout(Duration.ofSeconds(30))
                    .clock(clock)
                    .healAfter(Duration.ofMinutes(1)) // nobody asks again what came of a batch
                    .meters(meters));
    callers = List.of(cluster.member(0), cluster.liteMember(), cluster.client());
  }

  @AfterEach
  void stop() {
    release.countDown();
    cluster.close();
  }

  private static <T> T get(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  private void awaitWaiting(int batches) {
    await()
        .until(
            () ->
                meters.find("grains.mailbox.depth").tag("type", "jar").gauges().stream()
                    .anyMatch(gauge -> gauge.value() == batches));
  }

  @Test
  void theMailboxOfACrashedActivationRunsOnTheNextOne() throws Exception {
    assertThat(get(callers.get(0).get(Jar.class, "a").put("first"))).isEqualTo(1);
    CompletionStage<Integer> poison = callers.get(0).get(Jar.class, "a").put("false");
    assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
    CompletionStage<Integer> second = callers.get(1).get(Jar.class, "a").put("second");
    awaitWaiting(1);
    CompletionStage<Integer> third = callers.get(2).get(Jar.class, "a").put("third");
    awaitWaiting(2);

    release.countDown();

    assertThatThrownBy(() -> get(poison)).hasMessageContaining("the coin is false");
    assertThat(get(second)).isEqualTo(2);
    assertThat(get(third)).isEqualTo(3);
    assertThat(store.version("jar", "a")).isEqualTo(3);
    assertThat(
            meters
                .get("grains.deactivations")
                .tag("type", "jar")
                .tag("reason", "failed")
                .counter()
                .count())
        .isEqualTo(1);
  }

  @Test
  void whatWaitsForAGrainThatCannotBeLoadedIsToldSo() throws Exception {
    store.beforeLoad =
        id -> {
          JarGrain.await(release);
          throw new StoredDataException("event 7 has no type", null);
        };
    List<CompletionStage<Integer>> waiting = callAll(CallOptions.defaults());
    awaitWaiting(waiting.size());

    release.countDown();

    for (CompletionStage<Integer> each : waiting) {
      assertThatThrownBy(() -> get(each))
          .hasCauseInstanceOf(GrainUnavailableException.class)
          .hasMessageContaining("jar/a was not done")
          .hasMessageContaining("event 7 has no type");
    }
    store.beforeLoad = id -> {};
    assertThat(get(callers.get(0).get(Jar.class, "a").put("first"))).isEqualTo(1);
  }

  @Test
  void whatWaitsForAStoreThatIsOutIsGivenUpJustBeforeItsDeadline() throws Exception {
    store.out = true;
    CompletionStage<Integer> patient = callers.get(0).get(Jar.class, "a").put("patient");
    SettableClock stopped = clock.stop();
    List<CompletionStage<Integer>> hurried = callAll(CallOptions.timeout(Duration.ofSeconds(2)));
    awaitWaiting(hurried.size());

    stopped.advance(Duration.ofMillis(1_950));

    for (CompletionStage<Integer> each : hurried.subList(1, hurried.size())) {
      assertThatThrownBy(() -> get(each))
          .hasCauseInstanceOf(GrainUnavailableException.class)
          .hasMessageContaining("jar/a was not done")
          .hasMessageContaining("its store was unavailable until the deadline");
    }
    stopped.advance(Duration.ofMillis(50));
    assertThatThrownBy(() -> get(hurried.get(0)))
        .as("it waited in its lane behind the patient one")
        .hasCauseInstanceOf(GrainUnavailableException.class)
        .hasMessageContaining("was not sent before its deadline");
    assertThat(patient.toCompletableFuture()).isNotDone();
    store.out = false;
    clock.moveUntilDone(patient.toCompletableFuture()); // to the next attempt to load

    assertThat(get(patient)).isEqualTo(1);
    assertThat(store.version("jar", "a")).as("what was given up did not run").isEqualTo(1);
  }

  /** A command and a query from everywhere. */
  private List<CompletionStage<Integer>> callAll(CallOptions options) {
    List<CompletionStage<Integer>> calls = new ArrayList<>();
    callers.forEach(caller -> calls.add(caller.get(Jar.class, "a", options).put("one")));
    callers.forEach(caller -> calls.add(caller.get(Jar.class, "a", options).count()));
    return calls;
  }
}
