package dev.grains.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import dev.grains.CallOptions;
import dev.grains.GrainUnavailableException;
import dev.grains.Grains;
import dev.grains.GrainsBuilder;
import dev.grains.StatefulGrain;
import dev.grains.annotation.Grain;
import dev.grains.annotation.ReadOnly;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class GrainClusterIT {

  private static final Consumer<GrainsBuilder> HOSTING =
      grains -> grains.register(Place.class, PlaceGrain::new);

  @Test
  void membersShareTheGrains() {
    try (GrainCluster cluster = GrainCluster.of(3, HOSTING)) {
      cluster.members().forEach(member -> place(member, "a").visit());

      assertThat(cluster.members()).hasSize(3).doesNotHaveDuplicates();
      assertThat(cluster.members())
          .allSatisfy(member -> assertThat(place(member, "a").visits()).isEqualTo(3));
      assertThat(cluster.members())
          .allSatisfy(member -> assertThat(member.status().members()).isEqualTo(3));
    }
  }

  @Test
  void tellsWhoOwnsAGrain() {
    try (GrainCluster cluster = GrainCluster.of(3, HOSTING)) {
      for (Grains member : cluster.members()) {
        String key = cluster.keyOwnedBy(member, "k");

        assertThat(cluster.ownerOf(Place.class, key)).isSameAs(member);
        assertThat(place(cluster.member(0), key).member()).isEqualTo(member.status().member());
      }
    }
  }

  @Test
  void keepsOwnershipBalancedWhenOneJoins() {
    try (GrainCluster cluster = GrainCluster.of(1, HOSTING)) {
      place(cluster.member(0), "a").visit();

      Grains joined = cluster.join();

      assertThat(cluster.members()).containsExactly(cluster.member(0), joined);
      assertThat(joined.status().partitionsOwned()).isBetween(14, 17);
      assertThat(place(joined, "a").visits()).isEqualTo(1);
      assertThat(place(cluster.member(0), cluster.keyOwnedBy(joined, "k")).member())
          .isEqualTo(joined.status().member());
    }
  }

  @Test
  void whoLeavesHandsOverWhatItOwns() {
    try (GrainCluster cluster = GrainCluster.of(2, HOSTING)) {
      Grains leaving = cluster.member(0);
      Grains staying = cluster.member(1);
      String key = cluster.keyOwnedBy(leaving, "k");
      place(staying, key).visit();

      cluster.leave(leaving);
      cluster.awaitSafe();

      assertThat(leaving.hazelcast().getLifecycleService().isRunning()).isFalse();
      assertThat(cluster.members()).containsExactly(staying);
      assertThat(place(staying, key).visits()).isEqualTo(1);
      assertThat(cluster.ownerOf(Place.class, key)).isSameAs(staying);
    }
  }

  @Test
  void whatTheKilledAcknowledgedIsStillThere() {
    try (GrainCluster cluster = GrainCluster.of(3, HOSTING)) {
      Grains killed = cluster.member(1);
      String key = cluster.keyOwnedBy(killed, "k");
      place(cluster.member(0), key).visit();

      cluster.kill(killed);
      cluster.awaitSafe();

      assertThat(killed.hazelcast().getLifecycleService().isRunning()).isFalse();
      assertThat(cluster.members()).hasSize(2).doesNotContain(killed);
      assertThat(place(cluster.member(0), key).visit()).isEqualTo(2);
      assertThat(cluster.ownerOf(Place.class, key)).isIn(cluster.members());
    }
  }

  @Test
  void liteMembersAndClientsCallAndHostNothing() {
    try (GrainCluster cluster = GrainCluster.of(2, HOSTING)) {
      Grains lite = cluster.liteMember();
      Grains client = cluster.client();

      assertThat(place(lite, "a").visit()).isEqualTo(1);
      assertThat(place(client, "a").visit()).isEqualTo(2);
      assertThat(place(client, "a").member()).isIn(memberNames(cluster));
      assertThat(List.of(lite, client))
          .noneSatisfy(caller -> assertThat(caller.status().hosting()).isTrue());
      assertThat(cluster.members()).hasSize(2);

      cluster.leave(client);
      cluster.leave(lite);
      cluster.awaitSafe();
      assertThat(client.hazelcast().getLifecycleService().isRunning()).isFalse();
      assertThat(place(cluster.member(0), "a").visits()).isEqualTo(2);
    }
  }

  @Test
  void clientsAndLiteMembersCanDieToo() {
    try (GrainCluster cluster = GrainCluster.of(2, HOSTING)) {
      Grains lite = cluster.liteMember();
      Grains client = cluster.client();

      cluster.kill(lite);
      cluster.kill(client);
      cluster.awaitSafe();

      assertThat(client.hazelcast().getLifecycleService().isRunning()).isFalse();
      assertThat(place(cluster.member(0), "a").visit()).isEqualTo(1);
    }
  }

  @Test
  void aMemberCanBeSetUpInItsOwnWay() {
    try (GrainCluster cluster = GrainCluster.of(1, HOSTING)) {
      Grains other = cluster.join(grains -> grains.call(Place.class));
      String key = cluster.keyOwnedBy(cluster.member(0), "k");

      assertThat(place(other, key).visit()).isEqualTo(1);
      assertThat(other.status().types())
          .noneSatisfy(type -> assertThat(type.name()).isEqualTo("place"));
    }
  }

  @Test
  void tooFewMembersTakeNoCommands() {
    try (GrainCluster cluster =
        GrainCluster.builder().members(2).minMembers(2).setup(HOSTING).start()) {
      assertThat(place(cluster.member(0), "a").visit()).isEqualTo(1);

      cluster.kill(cluster.member(1));
      cluster.awaitSafe();

      Place alone =
          cluster.member(0).get(Place.class, "a", CallOptions.timeout(Duration.ofSeconds(1)));
      assertThatThrownBy(alone::visit).isInstanceOf(GrainUnavailableException.class);
    }
  }

  @Test
  void configurationOfHazelcastCanBeChanged() {
    try (GrainCluster cluster =
        GrainCluster.builder()
            .members(2)
            .partitions(7)
            .hazelcast(config -> config.setInstanceName("of-" + UUID.randomUUID()))
            .start()) {
      assertThat(cluster.members())
          .allSatisfy(
              member -> {
                assertThat(member.hazelcast().getName()).startsWith("of-");
                assertThat(member.hazelcast().getPartitionService().getPartitions()).hasSize(7);
              });
    }
  }

  @Test
  void membersAreReachedOnLoopback() {
    try (GrainCluster cluster = GrainCluster.of(1, HOSTING)) {
      assertThat(cluster.member(0).hazelcast().getCluster().getLocalMember().getSocketAddress())
          .satisfies(address -> assertThat(address.getAddress().isLoopbackAddress()).isTrue());
    }
  }

  @Test
  void clustersBesideEachOtherDoNotMeet() {
    try (GrainCluster left = GrainCluster.of(1, HOSTING);
        GrainCluster right = GrainCluster.of(1, HOSTING)) {
      place(left.member(0), "a").visit();

      assertThat(place(right.member(0), "a").visits()).isZero();
      assertThat(left.member(0).status().members()).isEqualTo(1);
    }
  }

  @Test
  void onlyLiveMembersOfTheClusterCanLeaveOrDie() {
    try (GrainCluster cluster = GrainCluster.of(2, HOSTING)) {
      Grains killed = cluster.member(1);
      cluster.kill(killed);

      assertThatThrownBy(() -> cluster.kill(killed)).isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> cluster.leave(killed))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("no longer");
      assertThatThrownBy(() -> cluster.keyOwnedBy(killed, "k"))
          .isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void nothingIsLeftWhenItIsClosed() {
    GrainCluster cluster = GrainCluster.of(2, HOSTING);
    List<HazelcastInstance> instances = cluster.members().stream().map(Grains::hazelcast).toList();

    cluster.close();

    assertThat(instances)
        .noneSatisfy(instance -> assertThat(instance.getLifecycleService().isRunning()).isTrue());
    assertThat(cluster.members()).isEmpty();
  }

  @Test
  void nothingIsLeftWhenAMemberDoesNotStart() {
    int before = Hazelcast.getAllHazelcastInstances().size();
    AtomicInteger started = new AtomicInteger();

    assertThatThrownBy(
            () ->
                GrainCluster.of(
                    2,
                    grains -> {
                      if (started.incrementAndGet() == 2) {
                        throw new IllegalStateException("the second one is not set up");
                      }
                    }))
        .hasMessage("the second one is not set up");

    assertThat(Hazelcast.getAllHazelcastInstances()).hasSize(before);
  }

  private static Place place(Grains grains, String key) {
    return grains.get(Place.class, key);
  }

  private static List<String> memberNames(GrainCluster cluster) {
    return cluster.members().stream().map(member -> member.status().member()).toList();
  }

  @Grain("place")
  interface Place {
    long visit();

    String member();

    @ReadOnly
    long visits();
  }

  static final class PlaceGrain extends StatefulGrain<Long> implements Place {

    @Override
    protected Long initialState() {
      return 0L;
    }

    @Override
    public long visit() {
      setState(state() + 1);
      return state();
    }

    @Override
    public String member() {
      return grains().status().member();
    }

    @Override
    public long visits() {
      return state();
    }
  }
}
