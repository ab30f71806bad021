package dev.grains.clinic.members;

import com.hazelcast.client.HazelcastClient;
import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.core.HazelcastInstance;
import dev.grains.Grains;
import dev.grains.Limits;
import dev.grains.clinic.domain.Patient;
import dev.grains.clinic.domain.Registry;
import java.time.Duration;
import java.util.List;

/** A client of a cluster: calls grains and hosts none. */
public final class ClusterClient implements AutoCloseable {

  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);

  private final HazelcastInstance client;
  private final Grains grains;

  private ClusterClient(HazelcastInstance client, Grains grains) {
    this.client = client;
    this.grains = grains;
  }

  /**
   * Connects to a cluster.
   *
   * @param cluster its name
   * @param addresses where some of its members listen, as host:port
   * @param patience how long it may take to reach one
   * @return the client
   * @throws IllegalStateException if none of them can be reached
   */
  public static ClusterClient connect(String cluster, List<String> addresses, Duration patience) {
    ClientConfig config = new ClientConfig().setClusterName(cluster);
    config.setProperty("hazelcast.logging.type", "slf4j");
    config.setProperty("hazelcast.client.statistics.enabled", "false");
    config.getNetworkConfig().setAddresses(addresses).getAutoDetectionConfig().setEnabled(false);
    config
        .getConnectionStrategyConfig()
        .getConnectionRetryConfig()
        .setClusterConnectTimeoutMillis(patience.toMillis());
    HazelcastInstance client = HazelcastClient.newHazelcastClient(Grains.configure(config));
    try {
      Grains grains =
          Grains.builder()
              .hazelcast(client)
              .call(Patient.class)
              .call(Registry.class)
              .call(FrontDesk.class)
              .callTimeout(CALL_TIMEOUT)
              .limits(Limits.defaults().withCalls(10_000, 256))
              .start();
      return new ClusterClient(client, grains);
    } catch (RuntimeException failure) {
      client.shutdown();
      throw failure;
    }
  }

  /** The door to the grains of the cluster. */
  public Grains grains() {
    return grains;
  }

  @Override
  public void close() {
    grains.close();
    client.shutdown();
  }
}
