package dev.grains.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.grains.DeactivationPolicy;
import dev.grains.DeactivationReason;
import dev.grains.GrainOptions;
import dev.grains.Grains;
import dev.grains.GrainsStatus;
import dev.grains.StatefulGrain;
import dev.grains.Threads;
import dev.grains.annotation.Grain;
import dev.grains.annotation.NonBlocking;
import dev.grains.annotation.ReadOnly;
import dev.grains.test.GrainCluster;
import dev.grains.test.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Grains leave memory when they are to, for a reason, and come back intact. */
class ResidencyIT {

  private static final int GRAINS = 50_000;
  private static final int MAX_ACTIVE = 10_000;

  record Visits(long count) {}

  record Left(String key, DeactivationReason reason) {}

  @Grain("visitor")
  interface Visitor {
    CompletionStage<Long> visit();

    void leave();

    @ReadOnly
    long visits();
  }

  @NonBlocking
  static final class VisitorGrain extends StatefulGrain<Visits> implements Visitor {
    private final List<Left> book;

    VisitorGrain(List<Left> book) {
      this.book = book;
    }

    @Override
    protected Visits initialState() {
      return new Visits(0);
    }

    @Override
    protected void onDeactivate(DeactivationReason reason) {
      book.add(new Left(id().key(), reason));
    }

    @Override
    public CompletionStage<Long> visit() {
      setState(new Visits(state().count() + 1));
      return CompletableFuture.completedFuture(state().count());
    }

    @Override
    public void leave() {
      deactivateSoon();
    }

    @Override
    public long visits() {
      return state().count();
    }
  }

  private final List<Left> left = Collections.synchronizedList(new ArrayList<>());
  private final SettableClock clock = new SettableClock();

  private GrainCluster cluster(GrainOptions options) {
    return GrainCluster.of(
        1,
        grains ->
            grains.register(Visitor.class, () -> new VisitorGrain(left), options).clock(clock));
  }

  private static int active(Grains grains) {
    return grains.status().types().stream().mapToInt(GrainsStatus.TypeStatus::active).sum();
  }

  @Test
  void neverMoreThanTheBoundAndTheLeastRecentlyUsedGoFirst() {
    try (GrainCluster cluster = cluster(GrainOptions.defaults().withMaxActive(MAX_ACTIVE))) {
      Grains grains = cluster.member(0);
      List<Integer> seen = new CopyOnWriteArrayList<>();

      for (int i = 0; i < GRAINS; i++) {
        grains.get(Visitor.class, "v" + i).visit().toCompletableFuture().join();
        if (i % 997 == 0) { // an odd stride: one too many at every other call would show
          seen.add(active(grains));
        }
      }

      assertThat(seen).hasSizeGreaterThan(50).allMatch(active -> active <= MAX_ACTIVE);
      assertThat(active(grains)).isEqualTo(MAX_ACTIVE);
      assertThat(left)
          .containsExactlyElementsOf(
              IntStream.range(0, GRAINS - MAX_ACTIVE)
                  .mapToObj(i -> new Left("v" + i, DeactivationReason.EVICTED))
                  .toList());
      for (int i = 0; i < GRAINS; i += 997) {
        assertThat(grains.get(Visitor.class, "v" + i).visits()).isEqualTo(1);
      }
    }
  }

  @Test
  void useKeepsAGrainInMemory() {
    try (GrainCluster cluster = cluster(GrainOptions.defaults().withMaxActive(10))) {
      Grains grains = cluster.member(0);
      for (int i = 0; i < 100; i++) {
        grains.get(Visitor.class, "v" + i).visit().toCompletableFuture().join();
        grains.get(Visitor.class, "v0").visits();
      }

      assertThat(left).hasSize(90).noneMatch(each -> each.key().equals("v0"));
    }
  }

  @Test
  void theAdaptivePolicyKeepsToItsBoundAndKeepsWhatIsHot() {
    try (GrainCluster cluster =
        cluster(
            GrainOptions.defaults().withMaxActive(50).withPolicy(DeactivationPolicy.ADAPTIVE))) {
      Grains grains = cluster.member(0);
      for (int i = 0; i < 2_000; i++) {
        grains.get(Visitor.class, "hot" + i % 20).visit().toCompletableFuture().join();
        grains.get(Visitor.class, "scan" + i).visit().toCompletableFuture().join();
      }

      assertThat(active(grains)).isLessThanOrEqualTo(50);
      assertThat(left.stream().filter(each -> each.key().startsWith("hot")).count())
          .as("departures of hot grains, of 2,000 visits")
          .isLessThan(200);
      for (int i = 0; i < 20; i++) {
        assertThat(grains.get(Visitor.class, "hot" + i).visits()).isEqualTo(100);
      }
    }
  }

  @Test
  void afterABurstOfGrainsWithWorkTheirNumberGoesBackToTheBound() throws Exception {
    for (DeactivationPolicy policy : DeactivationPolicy.values()) {
      FaultyStore store = new FaultyStore();
      CountDownLatch end = new CountDownLatch(1);
      store.beforeLoad = id -> awaitEnd(end);
      GrainOptions options = GrainOptions.defaults().withMaxActive(10).withPolicy(policy);
      try (GrainCluster cluster =
          GrainCluster.of(
              1,
              grains -> {
                new Guests().host(grains, options, store);
                grains.threads(Threads.defaults().withLoads(100));
              })) {
        Grains grains = cluster.member(0);
        List<CompletableFuture<Integer>> visits = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
          Guest guest = Guests.get(grains, Guests.BlockingGuest.class, "g" + i);
          CompletableFuture<Integer> visit = new CompletableFuture<>();
          visits.add(visit);
          new Thread(() -> visit.complete(guest.come())).start();
        }
        await().until(() -> active(grains) == 100);

        end.countDown();

        for (CompletableFuture<Integer> visit : visits) {
          assertThat(visit.get(30, TimeUnit.SECONDS)).isEqualTo(1);
        }
        await().untilAsserted(() -> assertThat(active(grains)).as("%s", policy).isEqualTo(10));
        await().during(Duration.ofMillis(200)).until(() -> active(grains) == 10);
      }
    }
  }

  private static void awaitEnd(CountDownLatch end) {
    try {
      if (!end.await(30, TimeUnit.SECONDS)) {
        throw new AssertionError("the burst was not ended in time");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void anIdleGrainLeavesAfterItsTimeoutAndComesBackIntact() throws Exception {
    try (GrainCluster cluster =
        cluster(GrainOptions.defaults().withIdleTimeout(Duration.ofMinutes(5)))) {
      Grains grains = cluster.member(0);
      grains.get(Visitor.class, "a").visit().toCompletableFuture().get(10, TimeUnit.SECONDS);

      clock.advance(Duration.ofMinutes(4));
      grains.get(Visitor.class, "b").visit().toCompletableFuture().get(10, TimeUnit.SECONDS);
      assertThat(left).isEmpty();
      clock.advance(Duration.ofMinutes(2));

      await().until(() -> left.contains(new Left("a", DeactivationReason.IDLE)));
      await().until(() -> active(grains) == 1);
      assertThat(grains.get(Visitor.class, "a").visits()).isEqualTo(1);
    }
  }

  @Test
  void aGrainThatIsBusyWhenItsTimeoutEndsLeavesWhenItsWorkIsDone() throws Exception {
    FaultyStore store = new FaultyStore();
    GrainOptions options = GrainOptions.defaults().withIdleTimeout(Duration.ofMinutes(5));
    try (GrainCluster cluster =
        GrainCluster.of(
            1,
            grains -> {
              new Guests().host(grains, options, store);
              grains.clock(clock);
            })) {
      Grains grains = cluster.member(0);
      Guest resting = Guests.get(grains, Guests.BlockingGuest.class, "resting");
      Guest busy = Guests.get(grains, Guests.BlockingGuest.class, "busy");
      resting.come();
      FaultyStore.Barrier barrier = new FaultyStore.Barrier();
      store.commitFaults.add(barrier);
      CompletableFuture<Integer> visit = CompletableFuture.supplyAsync(busy::come);
      barrier.awaitReached();

      clock.advance(Duration.ofMinutes(6));
      await().until(() -> active(grains) == 1);
      barrier.open();

      await().until(() -> active(grains) == 0);
      assertThat(visit).as("its deadline has come meanwhile").isCompletedExceptionally();
      assertThat(store.version("blocking-guest", "busy")).isEqualTo(1);
    }
  }

  @Test
  void aGrainLeavesWhenItOrAnOperatorAsksForIt() throws Exception {
    try (GrainCluster cluster = cluster(GrainOptions.defaults())) {
      Grains grains = cluster.member(0);
      grains.get(Visitor.class, "a").leave();
      grains.get(Visitor.class, "b").visit().toCompletableFuture().get(10, TimeUnit.SECONDS);
      grains.deactivate(Visitor.class, "b").toCompletableFuture().get(10, TimeUnit.SECONDS);

      await()
          .untilAsserted(
              () ->
                  assertThat(left)
                      .containsExactlyInAnyOrder(
                          new Left("a", DeactivationReason.REQUESTED),
                          new Left("b", DeactivationReason.REQUESTED)));
    }
  }

  @Test
  void grainsLeaveWithTheirPartitionAndWithTheirMember() throws Exception {
    try (GrainCluster cluster = cluster(GrainOptions.defaults())) {
      Grains first = cluster.member(0);
      for (int i = 0; i < 50; i++) {
        first.get(Visitor.class, "v" + i).visit().toCompletableFuture().get(10, TimeUnit.SECONDS);
      }

      cluster.join();
      await()
          .until(
              () ->
                  List.copyOf(left).stream()
                      .anyMatch(each -> each.reason() == DeactivationReason.PARTITION_LEFT));
      cluster.leave(first);

      assertThat(left).anyMatch(each -> each.reason() == DeactivationReason.SHUTDOWN);
      for (int i = 0; i < 50; i++) {
        assertThat(cluster.member(0).get(Visitor.class, "v" + i).visits()).isEqualTo(1);
      }
    }
  }
}
