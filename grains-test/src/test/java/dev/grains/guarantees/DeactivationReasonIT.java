package dev.grains.guarantees;

import static dev.grains.guarantees.Guests.left;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hazelcast.map.IMap;
import dev.grains.DeactivationPolicy;
import dev.grains.DeactivationReason;
import dev.grains.GrainOptions;
import dev.grains.Grains;
import dev.grains.guarantees.Guests.Left;
import dev.grains.spi.CommitResult;
import dev.grains.test.GrainCluster;
import dev.grains.test.SettableClock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whatever kind of grain leaves memory, {@code onDeactivate} is told why. */
class DeactivationReasonIT {

  private final SettableClock clock = new SettableClock();
  private final Guests guests = new Guests();
  private final FaultyStore store = new FaultyStore();
  private GrainCluster cluster;

  @AfterEach
  void stop() {
    cluster.close();
  }

  private Grains start(GrainOptions options) {
    return start(options, 1);
  }

  private Grains start(GrainOptions options, double heapShare) {
    cluster =
        GrainCluster.of(
            1,
            grains -> {
              guests.host(grains, options, store);
              grains.clock(clock).memoryPressure(heapShare);
            });
    return cluster.member(0);
  }

  private static void come(Grains through, Collection<Class<? extends Guest>> kinds, String key) {
    kinds.forEach(kind -> assertThat(Guests.get(through, kind, key).come()).isEqualTo(1));
  }

  private static List<Left> all(
      Collection<Class<? extends Guest>> kinds, String key, DeactivationReason reason) {
    return kinds.stream().map(kind -> left(kind, key, reason)).toList();
  }

  private void awaitLeft(List<Left> expected) {
    await()
        .untilAsserted(() -> assertThat(guests.left).containsExactlyInAnyOrderElementsOf(expected));
  }

  @Test
  void anIdleGrainIsToldSo() {
    Grains grains = start(GrainOptions.defaults().withIdleTimeout(Duration.ofMinutes(5)));
    come(grains, Guests.ALL, "a");

    clock.advance(Duration.ofMinutes(6));

    awaitLeft(all(Guests.ALL, "a", DeactivationReason.IDLE));
  }

  @Test
  void aGrainThatHotterOnesPushOutIsToldSo() {
    Grains grains = start(GrainOptions.defaults().withMaxActive(1));
    come(grains, Guests.ALL, "a");
    assertThat(guests.left).isEmpty();

    come(grains, Guests.ALL, "b");

    // of two that come to rest late, the first that does so leaves
    await().until(() -> guests.left.size() == Guests.ALL.size());
    assertThat(guests.left)
        .allMatch(left -> left.reason() == DeactivationReason.EVICTED)
        .extracting(left -> left.id().type())
        .doesNotHaveDuplicates();
  }

  @Test
  void aGrainThatLeavesBecauseMemoryIsShortIsToldSo() {
    for (DeactivationPolicy policy : DeactivationPolicy.values()) {
      guests.left.clear();
      Grains grains = start(GrainOptions.defaults().withPolicy(policy), 1e-9);
      String key = policy.name();
      come(grains, Guests.ALL, key);

      await()
          .untilAsserted(
              () -> {
                System.gc(); // the heap is measured after a collection, and any is too full here
                assertThat(guests.left)
                    .containsAll(all(Guests.ALL, key, DeactivationReason.MEMORY_PRESSURE));
              });

      assertThat(guests.left).hasSameSizeAs(Guests.ALL);
      cluster.close();
    }
  }

  @Test
  void aGrainThatAsksToLeaveIsToldSo() {
    Grains grains = start(GrainOptions.defaults());
    come(grains, Guests.ALL, "a");

    Guests.ALL.forEach(kind -> Guests.get(grains, kind, "a").leave());

    awaitLeft(all(Guests.ALL, "a", DeactivationReason.REQUESTED));
  }

  @Test
  void aGrainWhoseEventCannotBeAppliedIsToldThatItFailed() {
    Grains grains = start(GrainOptions.defaults());
    come(grains, Guests.STORED, "a");

    Guests.STORED.forEach(
        kind ->
            assertThatThrownBy(Guests.get(grains, kind, "a")::choke)
                .hasMessageContaining("too bitter"));

    awaitLeft(all(Guests.STORED, "a", DeactivationReason.FAILED));
    assertThat(Guests.STORED)
        .allSatisfy(kind -> assertThat(Guests.get(grains, kind, "a").come()).isEqualTo(2));
  }

  @Test
  void aGrainWhoseCommitCannotBeStoredIsToldThatItFailed() {
    Grains grains = start(GrainOptions.defaults());
    come(grains, Guests.IN_STORE, "a");

    for (Class<? extends Guest> kind : Guests.IN_STORE) {
      store.commitFaults.add(
          (commits, direct) ->
              List.of(new CommitResult.Rejected(new IllegalArgumentException("too long"))));
      assertThatThrownBy(Guests.get(grains, kind, "a")::come).hasMessageContaining("too long");
    }

    awaitLeft(all(Guests.IN_STORE, "a", DeactivationReason.FAILED));
  }

  @Test
  void aGrainWhoseCommitEndsNobodyKnowsHowIsToldThatItFailed() {
    Grains grains = start(GrainOptions.defaults());
    come(grains, Guests.IN_STORE, "a");

    for (Class<? extends Guest> kind : Guests.IN_STORE) {
      store.commitFaults.add(FaultyStore.unknown(true));
      assertThat(Guests.get(grains, kind, "a").come()).isEqualTo(2);
    }

    awaitLeft(all(Guests.IN_STORE, "a", DeactivationReason.FAILED));
  }

  @Test
  void aGrainWhoseStoreBreaksIsToldThatItFailed() {
    Grains grains = start(GrainOptions.defaults());
    come(grains, Guests.IN_STORE, "a");
    store.beforeReply =
        key -> {
          throw new IllegalStateException("the index is broken");
        };

    Guests.IN_STORE.forEach(
        kind ->
            assertThatThrownBy(
                    () -> grains.get(kind, "a", dev.grains.CallOptions.idempotencyKey("k")).come())
                .hasMessageContaining("the index is broken"));

    awaitLeft(all(Guests.IN_STORE, "a", DeactivationReason.FAILED));
  }

  @Test
  void aGrainThatAnotherActivationHasOvertakenIsToldSo() {
    Grains grains = start(GrainOptions.defaults());
    come(grains, Guests.STORED, "a");

    for (Class<? extends Guest> kind : Guests.IN_STORE) {
      store.commitFaults.add(FaultyStore.conflict());
      assertThat(Guests.get(grains, kind, "a").come()).isEqualTo(2);
    }
    for (Class<? extends Guest> kind : Guests.STORED.subList(0, 2)) {
      IMap<Object, Object> entries =
          grains.hazelcast().getMap("grains." + Guests.id(kind, "a").type());
      entries.delete("a"); // changes the version, as an activation elsewhere would
      assertThat(Guests.get(grains, kind, "a").come()).isEqualTo(1);
    }

    awaitLeft(all(Guests.STORED, "a", DeactivationReason.CONFLICT));
  }

  @Test
  void aGrainWhosePartitionMovesOrWhoseMemberShutsDownIsToldSo() {
    Grains first = start(GrainOptions.defaults());
    for (int i = 0; i < 20; i++) {
      come(first, Guests.ALL, "k" + i);
    }

    cluster.join();
    for (Class<? extends Guest> kind : Guests.ALL) {
      await()
          .untilAsserted(
              () -> assertThat(reasons(kind)).contains(DeactivationReason.PARTITION_LEFT));
    }
    assertThat(guests.left).allMatch(left -> left.reason() == DeactivationReason.PARTITION_LEFT);
    guests.left.clear();
    cluster.leave(first);

    assertThat(Guests.ALL)
        .allSatisfy(kind -> assertThat(reasons(kind)).contains(DeactivationReason.SHUTDOWN));
    assertThat(guests.left).allMatch(left -> left.reason() == DeactivationReason.SHUTDOWN);
  }

  private List<DeactivationReason> reasons(Class<? extends Guest> kind) {
    String type = Guests.id(kind, "any").type();
    return guests.left.stream()
        .filter(left -> left.id().type().equals(type))
        .map(Left::reason)
        .distinct()
        .toList();
  }
}
