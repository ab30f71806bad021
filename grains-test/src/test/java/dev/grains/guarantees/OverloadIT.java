package dev.grains.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.grains.CallTimeoutException;
import dev.grains.GrainOverloadedException;
import dev.grains.GrainUnavailableException;
import dev.grains.Grains;
import dev.grains.GrainsBuilder;
import dev.grains.Limits;
import dev.grains.Storage;
import dev.grains.Threads;
import dev.grains.annotation.Grain;
import dev.grains.annotation.ReadOnly;
import dev.grains.test.GrainCluster;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What does not fit any more is refused at once, counted, and does no harm to what did fit. */
class OverloadIT {

  @Grain("queue")
  interface Queue {
    CompletionStage<Integer> join();

    CompletionStage<Void> hold();

    @ReadOnly
    CompletionStage<Integer> length();
  }

  static final class QueueGrain extends dev.grains.Grain implements Queue {
    private int length;

    @Override
    public CompletionStage<Integer> join() {
      return CompletableFuture.completedFuture(++length);
    }

    @Override
    public CompletionStage<Void> hold() {
      held.countDown();
      awaitOpen(release);
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Integer> length() {
      return CompletableFuture.completedFuture(length);
    }
  }

  private static volatile CountDownLatch held = new CountDownLatch(1);
  private static volatile CountDownLatch release = new CountDownLatch(1);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final FaultyStore store = new FaultyStore();
  private GrainCluster cluster;

  @BeforeEach
  void close() {
    held = new CountDownLatch(1);
    release = new CountDownLatch(1);
  }

  @AfterEach
  void stop() {
    release.countDown();
    cluster.close();
  }

  private static void awaitOpen(CountDownLatch latch) {
    try {
      if (!latch.await(30, TimeUnit.SECONDS)) {
        throw new AssertionError("nobody opened in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Grains start(Consumer<GrainsBuilder> limits) {
    cluster =
        GrainCluster.of(
            1,
            grains -> {
              grains
                  .register(Queue.class, QueueGrain::new)
                  .register(Adder.class, () -> new AdderGrain(new AtomicInteger()))
                  .storage(Storage.in(store))
                  .callTimeout(Duration.ofSeconds(30))
                  .meters(meters);
              limits.accept(grains);
            });
    return cluster.member(0);
  }

  private static <T> T get(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  private double rejected(String type, String reason) {
    Counter counter =
        meters.find("grains.calls.rejected").tag("type", type).tag("reason", reason).counter();
    return counter == null ? 0 : counter.count();
  }

  @Test
  void aFullLaneRefusesAtOnce() throws Exception {
    Grains grains = start(builder -> builder.limits(Limits.defaults().withCalls(3, 2)));
    Queue queue = grains.get(Queue.class, "a");
    CompletionStage<Void> hold = queue.hold();
    awaitOpen(held);
    List<CompletionStage<Integer>> waiting = List.of(queue.join(), queue.join(), queue.join());

    assertThatThrownBy(queue::join)
        .isInstanceOf(GrainOverloadedException.class)
        .hasMessageContaining("queue/a was not sent")
        .hasMessageContaining("3 calls");
    assertThat(rejected("queue", "overloaded")).isEqualTo(1);
    assertThat(get(grains.get(Queue.class, "b").join())).as("other lanes have room").isEqualTo(1);
    release.countDown();

    get(hold);
    for (int i = 0; i < 3; i++) {
      assertThat(get(waiting.get(i))).isEqualTo(i + 1);
    }
    assertThat(get(queue.join())).as("what was refused was not done").isEqualTo(4);
  }

  @Test
  void aFullMailboxRefusesAtOnce() throws Exception {
    Grains grains = start(builder -> builder.limits(Limits.defaults().withMailbox(2)));
    Queue queue = grains.get(Queue.class, "a");
    CompletionStage<Void> hold = queue.hold();
    awaitOpen(held);
    List<CompletionStage<Integer>> waiting = List.of(queue.length(), queue.length());
    Queue other = cluster.liteMember().get(Queue.class, "a");

    assertThatThrownBy(() -> get(other.join()))
        .hasCauseInstanceOf(GrainOverloadedException.class)
        .hasMessageContaining("queue/a was not done");
    assertThatThrownBy(() -> get(queue.length()))
        .hasCauseInstanceOf(GrainOverloadedException.class);
    assertThat(rejected("queue", "overloaded")).isEqualTo(2);
    assertThat(hold.toCompletableFuture()).isNotDone();
    release.countDown();

    get(hold);
    for (CompletionStage<Integer> length : waiting) {
      assertThat(get(length)).isZero();
    }
    assertThat(get(other.join())).as("what was refused was not done").isEqualTo(1);
  }

  @Test
  void aFullCommitQueueRefusesAtOnce() throws Exception {
    Grains grains =
        start(
            builder ->
                builder
                    .limits(Limits.defaults().withCommits(2, 1))
                    .threads(Threads.defaults().withCommitters(1)));
    for (String key : List.of("a", "b", "c", "d")) {
      get(grains.get(Adder.class, key).add(1));
    }
    FaultyStore.Barrier barrier = new FaultyStore.Barrier();
    store.commitFaults.add(barrier);
    List<CompletionStage<Long>> waiting = new ArrayList<>();
    waiting.add(grains.get(Adder.class, "a").add(1));
    barrier.awaitReached();
    waiting.add(grains.get(Adder.class, "b").add(1));
    waiting.add(grains.get(Adder.class, "c").add(1));
    await().until(() -> meters.get("grains.commit.queue").gauge().value() == 2);

    assertThatThrownBy(() -> get(grains.get(Adder.class, "d").add(1)))
        .hasCauseInstanceOf(GrainOverloadedException.class)
        .hasMessageContaining("sum/d was not done");
    assertThat(rejected("sum", "overloaded")).isEqualTo(1);
    assertThat(grains.get(Adder.class, "d").value()).as("queries need no room").isEqualTo(1);
    barrier.open();

    for (CompletionStage<Long> reply : waiting) {
      assertThat(get(reply)).isEqualTo(2);
    }
    assertThat(get(grains.get(Adder.class, "d").add(1)))
        .as("what was refused was not done")
        .isEqualTo(2);
  }

  private static boolean refused(CompletionStage<Long> call) {
    return call.handle((total, failure) -> failure instanceof GrainOverloadedException)
        .toCompletableFuture()
        .getNow(false);
  }

  @Test
  void aStoreThatIsOutLeavesNoMoreRoomThanASlowOne() throws Exception {
    Grains grains =
        start(
            builder ->
                builder
                    .limits(Limits.defaults().withCommits(2, 400))
                    .threads(Threads.defaults().withCommitters(1)));
    for (String key : List.of("a", "b", "c")) {
      get(grains.get(Adder.class, key).add(1));
    }
    store.out = true;
    CompletionStage<Long> first = grains.get(Adder.class, "a").add(1);
    CompletionStage<Long> second = grains.get(Adder.class, "b").add(1);
    await().until(() -> meters.get("grains.commit.outages").counter().count() > 5);

    await()
        .untilAsserted(
            () -> assertThat(meters.get("grains.commit.queue").gauge().value()).isEqualTo(2));
    List<CompletionStage<Long>> more = new ArrayList<>();
    await()
        .until(
            () -> {
              // while the committer tries, there is room for a moment
              more.add(grains.get(Adder.class, "c" + more.size()).add(1));
              return more.stream().anyMatch(OverloadIT::refused);
            });
    store.out = false;

    assertThat(get(first)).isEqualTo(2);
    assertThat(get(second)).isEqualTo(2);
    assertThat(get(grains.get(Adder.class, "c").add(1))).isEqualTo(2);
  }

  @Test
  void callsThatNobodyCanTakeOrThatAreCutOffAreCountedToo() throws Exception {
    Grains hosting = start(builder -> builder.shutdownTimeout(Duration.ofMillis(100)));
    Queue queue = hosting.get(Queue.class, "a");
    CompletionStage<Void> hold = queue.hold();
    awaitOpen(held);
    Queue foreign = hosting.get(Queue.class, "b");
    get(foreign.join());

    hosting.close();

    assertThatThrownBy(() -> get(hold)).hasCauseInstanceOf(CallTimeoutException.class);
    assertThat(rejected("queue", "timeout")).isEqualTo(1);
    assertThatThrownBy(foreign::join).isInstanceOf(GrainUnavailableException.class);
    assertThat(rejected("queue", "unavailable")).isEqualTo(1);
  }
}
