package dev.grains.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.grains.Storage;
import dev.grains.Threads;
import dev.grains.test.GrainCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** However many cold grains are called at once, a member loads few of them at a time. */
class LoadLimitIT {

  private static final int COLD_GRAINS = 500;

  private final FaultyStore store = new FaultyStore();
  private final Semaphore readable = new Semaphore(0);
  private final AtomicInteger loading = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  @Test
  void aMemberLoadsFiftyGrainsAtATimeUnlessToldOtherwise() throws Exception {
    assertThat(Threads.defaults().loads()).isEqualTo(50);
    loadAll(Threads.defaults(), 50);
  }

  @Test
  void aMemberLoadsAsManyGrainsAtATimeAsItIsTold() throws Exception {
    loadAll(Threads.defaults().withLoads(3), 3);
  }

  private void loadAll(Threads threads, int limit) throws Exception {
    store.beforeLoad = id -> load();
    try (GrainCluster cluster =
        GrainCluster.of(
            1,
            grains ->
                grains
                    .register(Adder.class, () -> new AdderGrain(new AtomicInteger()))
                    .storage(Storage.in(store))
                    .threads(threads)
                    .callTimeout(Duration.ofSeconds(60)))) {
      List<CompletionStage<Long>> replies = new ArrayList<>();
      for (int i = 0; i < COLD_GRAINS; i++) {
        replies.add(cluster.member(0).get(Adder.class, "cold-" + i).add(1));
      }

      await().until(() -> loading.get() == limit);
      await().during(Duration.ofMillis(300)).until(() -> loading.get() == limit);
      readable.release(COLD_GRAINS);

      for (CompletionStage<Long> reply : replies) {
        assertThat(reply.toCompletableFuture().get(60, TimeUnit.SECONDS)).isEqualTo(1);
      }
      assertThat(most).hasValue(limit);
    }
  }

  private void load() {
    most.accumulateAndGet(loading.incrementAndGet(), Math::max);
    try {
      if (!readable.tryAcquire(30, TimeUnit.SECONDS)) {
        throw new AssertionError("the store was not made readable in time");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      loading.decrementAndGet();
    }
  }
}
