package dev.grains.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hazelcast.core.LifecycleEvent.LifecycleState;
import dev.grains.DeactivationReason;
import dev.grains.GrainException;
import dev.grains.GrainOptions;
import dev.grains.GrainUnavailableException;
import dev.grains.Grains;
import dev.grains.guarantees.Guests.BlockingGuest;
import dev.grains.guarantees.Guests.ComputingGuest;
import dev.grains.guarantees.Guests.InlineGuest;
import dev.grains.test.GrainCluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

/** A member that closes finishes what it has begun, says goodbye, and leaves the rest to others. */
class GracefulCloseIT {

  private static final List<Class<? extends Guest>> KINDS = Guests.STORED;

  private final Guests guests = new Guests();
  private final FaultyStore store = new FaultyStore();

  private GrainCluster cluster(int members) {
    return GrainCluster.of(
        members,
        grains -> {
          guests.host(grains, GrainOptions.defaults(), store);
          grains.callTimeout(Duration.ofSeconds(30)).healAfter(Duration.ofMillis(500));
        });
  }

  @Test
  void aCommitUnderWayIsFinishedBeforeTheGrainSaysGoodbye() throws Exception {
    try (GrainCluster cluster = cluster(2)) {
      Grains leaving = cluster.member(0);
      Grains staying = cluster.member(1);
      for (Class<? extends Guest> kind : List.of(ComputingGuest.class, BlockingGuest.class)) {
        FaultyStore.Barrier barrier = new FaultyStore.Barrier();
        Grains closing = kind == ComputingGuest.class ? leaving : staying;
        Grains caller = kind == ComputingGuest.class ? staying : cluster.join();
        String key = cluster.keyOwnedBy(closing, kind.getSimpleName());
        assertThat(Guests.get(caller, kind, key).come()).isEqualTo(1);
        store.commitFaults.add(barrier);
        CompletableFuture<Integer> reply =
            CompletableFuture.supplyAsync(() -> Guests.get(caller, kind, key).come());
        barrier.awaitReached();

        CompletableFuture<Void> left = CompletableFuture.runAsync(() -> cluster.leave(closing));
        await().during(Duration.ofMillis(300)).until(() -> !left.isDone() && !reply.isDone());
        assertThat(guests.left).noneMatch(guest -> guest.id().equals(Guests.id(kind, key)));
        barrier.open();

        assertThat(reply.get(30, TimeUnit.SECONDS)).isEqualTo(2);
        left.get(30, TimeUnit.SECONDS);
        assertThat(guests.left)
            .filteredOn(guest -> guest.id().equals(Guests.id(kind, key)))
            .containsExactly(Guests.left(kind, key, DeactivationReason.SHUTDOWN));
        assertThat(store.version(Guests.id(kind, key).type(), key)).isEqualTo(2);
        assertThat(Guests.get(caller, kind, key).come()).isEqualTo(3);
      }
    }
  }

  @Test
  void anActionThatWaitsForBackupsIsRunBeforeTheMemberLeaves() throws Exception {
    try (GrainCluster cluster = cluster(2)) {
      Grains leaving = cluster.member(0);
      Grains staying = cluster.member(1);
      String key = cluster.keyOwnedBy(leaving, "told");
      AtomicBoolean leaves = new AtomicBoolean();
      leaving
          .hazelcast()
          .getLifecycleService()
          .addLifecycleListener(
              event ->
                  leaves.compareAndSet(false, event.getState() == LifecycleState.SHUTTING_DOWN));
      HeldPartition backup = HeldPartition.of(staying, key);
      CompletableFuture<Void> left;
      CompletableFuture<Void> reply;
      try {
        Guest guest = Guests.get(staying, InlineGuest.class, key);
        reply = CompletableFuture.runAsync(guest::tell, GracefulCloseIT::start);
        await().until(() -> version(leaving, InlineGuest.class, key) == 1);

        left = CompletableFuture.runAsync(() -> cluster.leave(leaving), GracefulCloseIT::start);
        await().during(Duration.ofMillis(300)).until(() -> !leaves.get() && guests.told.isEmpty());
      } finally {
        backup.release();
      }

      left.get(30, TimeUnit.SECONDS);
      reply.get(30, TimeUnit.SECONDS);
      assertThat(guests.told).containsExactly(Guests.id(InlineGuest.class, key));
    }
  }

  private static long version(Grains at, Class<?> kind, String key) throws Exception {
    return at.inspect(kind, key, false).toCompletableFuture().get(10, TimeUnit.SECONDS).version();
  }

  @Test
  void callersElsewhereLoseNothingAndNoticeNothing() throws Exception {
    try (GrainCluster cluster = cluster(3)) {
      Grains leaving = cluster.member(0);
      Grains caller = cluster.member(1);
      AtomicBoolean stop = new AtomicBoolean();
      List<CompletableFuture<Void>> callers = new ArrayList<>();
      AtomicIntegerArray counts = new AtomicIntegerArray(8);
      for (int i = 0; i < 8; i++) {
        Class<? extends Guest> kind = KINDS.get(i % KINDS.size());
        String key = cluster.keyOwnedBy(leaving, "caller-" + i + "-");
        int number = i;
        callers.add(
            CompletableFuture.runAsync(
                () -> comeUntil(stop, Guests.get(caller, kind, key), number, counts),
                GracefulCloseIT::start));
      }
      awaitProgress(counts);

      cluster.leave(leaving);
      awaitProgress(counts);
      stop.set(true);

      for (CompletableFuture<Void> each : callers) {
        each.get(30, TimeUnit.SECONDS);
      }
      assertThat(guests.left)
          .as("whose member has left")
          .anyMatch(guest -> guest.reason() == DeactivationReason.SHUTDOWN);
    }
  }

  private static void start(Runnable command) {
    Thread thread = new Thread(command, "caller");
    thread.setDaemon(true);
    thread.start();
  }

  /** Each reply must be one more than the one before: nothing lost, nothing done twice. */
  private static void comeUntil(
      AtomicBoolean stop, Guest guest, int number, AtomicIntegerArray counts) {
    while (!stop.get()) {
      assertThat(guest.come()).isEqualTo(counts.incrementAndGet(number));
    }
  }

  private static void awaitProgress(AtomicIntegerArray counts) {
    for (int i = 0; i < counts.length(); i++) {
      int number = i;
      int before = counts.get(i);
      await().atMost(Duration.ofSeconds(30)).until(() -> counts.get(number) > before + 1);
    }
  }

  @Test
  void callersOnTheMemberItselfAreRefusedOrFinished() throws Exception {
    try (GrainCluster cluster = cluster(2)) {
      Grains leaving = cluster.member(0);
      String key = cluster.keyOwnedBy(leaving, "own");
      List<CompletableFuture<Integer>> done = new ArrayList<>();
      for (Class<? extends Guest> kind : KINDS) {
        Guest guest = Guests.get(leaving, kind, key);
        assertThat(guest.come()).isEqualTo(1);
        CompletableFuture<Integer> last = new CompletableFuture<>();
        done.add(last);
        start(() -> last.complete(comeUntilRefused(guest)));
      }

      cluster.leave(leaving);

      for (int i = 0; i < KINDS.size(); i++) {
        int acknowledged = done.get(i).get(30, TimeUnit.SECONDS);
        Guest guest = Guests.get(cluster.member(0), KINDS.get(i), key);
        assertThat(guest.come()).as("of %s", KINDS.get(i)).isEqualTo(acknowledged + 1);
      }
      assertThatThrownBy(() -> Guests.get(leaving, BlockingGuest.class, key).come())
          .isInstanceOf(GrainUnavailableException.class);
    }
  }

  /** Returns the last reply; what ended it must say that the command was not done. */
  private static int comeUntilRefused(Guest guest) {
    int last = 1;
    while (true) {
      try {
        last = guest.come();
      } catch (GrainUnavailableException notDone) {
        return last;
      } catch (GrainException surprise) {
        return -1_000;
      }
    }
  }
}
