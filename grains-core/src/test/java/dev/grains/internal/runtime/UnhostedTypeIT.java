package dev.grains.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.hazelcast.client.HazelcastClient;
import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.config.InMemoryFormat;
import com.hazelcast.config.MapConfig;
import com.hazelcast.core.DistributedObject;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.map.impl.MapService;
import com.hazelcast.map.impl.proxy.MapProxyImpl;
import dev.grains.ClusterOptions;
import dev.grains.GrainDefinitionException;
import dev.grains.GrainUnavailableException;
import dev.grains.Grains;
import dev.grains.Storage;
import dev.grains.internal.runtime.Counter.CounterGrain;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A type is called before anybody hosts it: the caller learns that, and nothing else happens. */
class UnhostedTypeIT {

  private static final String MAP = "grains.counter";

  private final String cluster = "unhosted-" + UUID.randomUUID();
  private final Grains first = Grains.builder().cluster(ClusterOptions.named(cluster)).start();

  @AfterEach
  void stop() {
    first.close();
  }

  private static String address(HazelcastInstance member) {
    return "127.0.0.1:" + member.getCluster().getLocalMember().getAddress().getPort();
  }

  private Grains host(Storage storage) {
    return Grains.builder()
        .register(Counter.class, CounterGrain::new)
        .storage(storage)
        .cluster(ClusterOptions.named(cluster).withMembers(List.of(address(first.hazelcast()))))
        .start();
  }

  private Grains client() {
    ClientConfig config = Grains.configure(new ClientConfig().setClusterName(cluster));
    config.getNetworkConfig().addAddress(address(first.hazelcast()));
    return Grains.builder().hazelcast(HazelcastClient.newHazelcastClient(config)).start();
  }

  /** The settings that a member really uses for the map of the type. */
  private static MapConfig used(HazelcastInstance member) {
    MapProxyImpl<?, ?> map = (MapProxyImpl<?, ?>) member.getMap(MAP);
    MapService service = map.getNodeEngine().getService(MapService.SERVICE_NAME);
    return service.getMapServiceContext().getExistingMapContainer(MAP).getMapConfig();
  }

  private void refused(Grains caller) {
    Counter counter = caller.get(Counter.class, "1");

    assertThatThrownBy(() -> counter.add(1))
        .isInstanceOf(GrainUnavailableException.class)
        .hasMessageContaining("no member of the cluster hosts the type")
        .hasMessageContaining("'counter'");
    assertThatThrownBy(counter::total).isInstanceOf(GrainUnavailableException.class);
    assertThatThrownBy(() -> caller.inspect(Counter.class, "1", true).toCompletableFuture().join())
        .hasCauseInstanceOf(GrainUnavailableException.class);
    assertThatThrownBy(() -> caller.deactivate(Counter.class, "1").toCompletableFuture().join())
        .hasCauseInstanceOf(GrainUnavailableException.class);
    assertThat(first.hazelcast().getDistributedObjects())
        .extracting(DistributedObject::getName)
        .doesNotContain(MAP);
  }

  @Test
  void isCalledOnceSomebodyHostsItWithItsOwnSettings() {
    refused(first);

    try (Grains second = host(Storage.replicated(2))) {
      reachBoth(second, second);
      assertThat(used(second.hazelcast()).getBackupCount()).isEqualTo(2);
      assertThat(used(second.hazelcast()).getInMemoryFormat()).isEqualTo(InMemoryFormat.OBJECT);
      assertThat(used(first.hazelcast()).getBackupCount()).isEqualTo(2);
      assertThat(used(first.hazelcast()).getInMemoryFormat()).isEqualTo(InMemoryFormat.OBJECT);
    }
  }

  /** Calls grains of both members, of which the first hosts nothing. */
  private static void reachBoth(Grains caller, Grains host) {
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> host.status().safe() && host.status().partitionsOwned() > 100);
    int hosted = 0;
    for (int key = 0; key < 50; key++) {
      try {
        caller.get(Counter.class, "k" + key).add(1);
        hosted++;
      } catch (GrainUnavailableException notHosted) {
        assertThat(notHosted).hasMessageContaining("does not host the type 'counter'");
      }
    }
    assertThat(hosted).isBetween(1, 49);
  }

  @Test
  void isRefusedToClientsUntilSomebodyHostsIt() {
    Grains client = client();
    try {
      refused(client);

      try (Grains second = host(Storage.replicated(0))) {
        reachBoth(client, second);
        assertThat(used(second.hazelcast()).getInMemoryFormat()).isEqualTo(InMemoryFormat.OBJECT);
      }
    } finally {
      client.close();
      client.hazelcast().shutdown();
    }
  }

  @Test
  void getsItsSettingsAlsoWhenItsMapHasBeenMadeBefore() {
    HazelcastInstance member = Hazelcast.newHazelcastInstance(Grains.configure(Members.config()));
    try {
      member.getMap(MAP).executeOnKey("1", entry -> null);
      assertThat(used(member).getInMemoryFormat()).isEqualTo(InMemoryFormat.BINARY);

      try (Grains grains =
          Grains.builder()
              .register(Counter.class, CounterGrain::new)
              .storage(Storage.replicated(3))
              .hazelcast(member)
              .start()) {
        assertThat(grains.get(Counter.class, "1").add(5)).isEqualTo(5);
        assertThat(used(member).getInMemoryFormat()).isEqualTo(InMemoryFormat.OBJECT);
        assertThat(used(member).getBackupCount()).isEqualTo(3);
      }
    } finally {
      member.shutdown();
    }
  }

  @Test
  void isNotHostedWithSettingsThatTheApplicationHasForOtherMaps() {
    HazelcastInstance member =
        Hazelcast.newHazelcastInstance(
            Grains.configure(Members.config().addMapConfig(new MapConfig("gr*"))));
    try {
      assertThatThrownBy(
              () ->
                  Grains.builder()
                      .register(Counter.class, CounterGrain::new)
                      .hazelcast(member)
                      .start())
          .isInstanceOf(GrainDefinitionException.class)
          .hasMessageContaining("'gr*'")
          .hasMessageContaining("'counter'");
    } finally {
      member.shutdown();
    }
  }
}
