package dev.grains.test;

import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.config.Config;
import dev.grains.ClusterOptions;
import dev.grains.Grains;
import java.util.List;
import java.util.function.Consumer;

/**
 * How the members and clients of one test cluster are set up: loopback only, quick to join, quick
 * to notice that a member is gone.
 */
record LoopbackProfile(String name, int partitions, int minMembers, Consumer<Config> customizer) {

  private static final int CLIENT_CONNECT_MILLIS = 20_000;

  ClusterOptions member(List<String> others, boolean lite) {
    return ClusterOptions.named(name)
        .withMembers(others)
        .withLite(lite)
        .withMinMembers(minMembers)
        .withCustomizer(
            config -> {
              hurry(config);
              customizer.accept(config);
            });
  }

  private void hurry(Config config) {
    config.setProperty("hazelcast.partition.count", Integer.toString(partitions));
    config.setProperty("hazelcast.wait.seconds.before.join", "0");
    config.setProperty("hazelcast.max.wait.seconds.before.join", "0");
    config.setProperty("hazelcast.heartbeat.interval.seconds", "1");
    config.setProperty("hazelcast.max.no.heartbeat.seconds", "15");
    config.setProperty("hazelcast.partition.backup.sync.interval", "2");
    config.setProperty("hazelcast.graceful.shutdown.max.wait", "30");
    config.setProperty("hazelcast.shutdownhook.enabled", "false");
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.metrics.enabled", "false");
  }

  ClientConfig client(List<String> members) {
    ClientConfig config = new ClientConfig().setClusterName(name);
    config.getNetworkConfig().setAddresses(members);
    config
        .getConnectionStrategyConfig()
        .getConnectionRetryConfig()
        .setClusterConnectTimeoutMillis(CLIENT_CONNECT_MILLIS);
    return Grains.configure(config);
  }
}
