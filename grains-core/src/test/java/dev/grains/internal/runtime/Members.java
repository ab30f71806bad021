package dev.grains.internal.runtime;

import com.hazelcast.config.Config;
import java.util.List;
import java.util.UUID;

/** Hazelcast members of applications, on loopback. */
final class Members {

  private Members() {}

  /** The configuration of a member that joins nobody. */
  static Config config() {
    Config config = new Config().setClusterName("members-" + UUID.randomUUID());
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.socket.bind.any", "false");
    config.setProperty("hazelcast.shutdownhook.enabled", "false");
    config.setProperty("hazelcast.logging.type", "slf4j");
    config.getNetworkConfig().setPort(0).setPortAutoIncrement(false);
    config.getNetworkConfig().getInterfaces().setEnabled(true).addInterface("127.0.0.1");
    config.getNetworkConfig().getJoin().getAutoDetectionConfig().setEnabled(false);
    config.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(false);
    config.getNetworkConfig().getJoin().getTcpIpConfig().setEnabled(true).setMembers(List.of());
    return config;
  }
}
