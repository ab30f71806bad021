package dev.grains.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.map.EntryProcessor;
import dev.grains.ClusterOptions;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PartitionThreadsTests {

  private final Cluster cluster =
      Cluster.start(ClusterOptions.named("threads-" + UUID.randomUUID()), UnaryOperator.identity());
  private final List<String> ran = new CopyOnWriteArrayList<>();
  private final Runnable action = () -> ran.add("action");

  @AfterEach
  void leave() {
    cluster.leave();
  }

  private Future<?> onPartitionThread(Runnable work) {
    EntryProcessor<Object, Object, Object> processor =
        entry -> {
          work.run();
          return null;
        };
    return cluster.hazelcast().getMap("any").submitToKey("key", processor).toCompletableFuture();
  }

  private void put(String name) {
    ran.add(name);
    assertThat(cluster.afterArrivals(action)).isTrue();
  }

  @Test
  void anActionRunsOnceAfterWhatHasArrived() throws Exception {
    CountDownLatch secondIsQueued = new CountDownLatch(1);
    Future<?> first =
        onPartitionThread(
            () -> {
              pass(secondIsQueued);
              put("first");
              put("first again");
            });
    Future<?> second = onPartitionThread(() -> put("second"));
    secondIsQueued.countDown();
    first.get(10, TimeUnit.SECONDS);
    second.get(10, TimeUnit.SECONDS);

    onPartitionThread(() -> put("third")).get(10, TimeUnit.SECONDS);
    onPartitionThread(() -> ran.add("end")).get(10, TimeUnit.SECONDS);

    assertThat(ran)
        .containsExactly("first", "first again", "second", "action", "third", "action", "end");
  }

  @Test
  void everyActionRunsOnceInTheOrderOfTheFirstRequests() throws Exception {
    Runnable other =
        () -> {
          ran.add("other");
          put("again");
        };
    Future<?> first =
        onPartitionThread(
            () -> {
              put("first");
              assertThat(cluster.afterArrivals(other)).isTrue();
              put("second");
            });
    first.get(10, TimeUnit.SECONDS);
    onPartitionThread(() -> {}).get(10, TimeUnit.SECONDS);
    onPartitionThread(() -> {}).get(10, TimeUnit.SECONDS);

    assertThat(ran).containsExactly("first", "second", "action", "other", "again", "action");
  }

  @Test
  void otherThreadsPutNothingOff() {
    assertThat(cluster.afterArrivals(action)).isFalse();
    assertThat(ran).isEmpty();
  }

  @Test
  void threadsOfAnotherMemberPutNothingOff() throws Exception {
    Cluster other = Cluster.start(ClusterOptions.named("other"), UnaryOperator.identity());
    try {
      Future<?> done = onPartitionThread(() -> assertThat(other.afterArrivals(action)).isFalse());

      done.get(10, TimeUnit.SECONDS);
      assertThat(ran).isEmpty();
    } finally {
      other.leave();
    }
  }

  private static void pass(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }
}
