package dev.grains.internal.cluster;

import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.config.Config;
import com.hazelcast.config.InMemoryFormat;
import com.hazelcast.config.JavaSerializationFilterConfig;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.MapConfig;
import com.hazelcast.config.MergePolicyConfig;
import com.hazelcast.config.NetworkConfig;
import com.hazelcast.config.SerializationConfig;
import com.hazelcast.config.SplitBrainProtectionConfig;
import com.hazelcast.config.TopicConfig;
import dev.grains.ClusterOptions;
import java.util.function.UnaryOperator;

/** The Hazelcast configuration of grains: safe unless the application decides otherwise. */
public final class MemberConfig {

  /** The prefix of the maps, one for each grain type. */
  public static final String MAP_PREFIX = "grains.";

  private static final String MIN_MEMBERS = "grains-min-members";

  private MemberConfig() {}

  /** Adds what grains cannot do without. */
  public static Config extend(Config config, WireFactory factory) {
    extend(config.getSerializationConfig(), factory);
    if (!config.getTopicConfigs().containsKey(Topics.PREFIX + "*")) {
      config.addTopicConfig(new TopicConfig(Topics.PREFIX + "*").setStatisticsEnabled(false));
    }
    return config;
  }

  /** Lets commands be taken only when enough members are there. */
  public static Config protect(Config config, int minMembers) {
    return minMembers > 1
        ? config.addSplitBrainProtectionConfig(
            new SplitBrainProtectionConfig(MIN_MEMBERS, true, minMembers))
        : config;
  }

  /** Adds what grains cannot do without. */
  public static ClientConfig extend(ClientConfig config, WireFactory factory) {
    extend(config.getSerializationConfig(), factory);
    // else the owner answers before its backups have, and a client that misses their word takes the
    // answer for good after five seconds, even that of an owner that has died with the only copy
    return config.setBackupAckToClientEnabled(false);
  }

  private static void extend(SerializationConfig config, WireFactory factory) {
    config.addDataSerializableFactory(WireFactory.FACTORY_ID, factory);
    if (config.getJavaSerializationFilterConfig() == null) {
      config.setJavaSerializationFilterConfig(new JavaSerializationFilterConfig());
    }
  }

  /** Makes the configuration of a member of our own: one address, no discovery, no calls home. */
  static Config member(ClusterOptions options, UnaryOperator<Config> extension) {
    Config config = new Config().setClusterName(options.name()).setLiteMember(options.lite());
    config.setProperty("hazelcast.phone.home.enabled", "false");
    config.setProperty("hazelcast.socket.bind.any", "false");
    config.setProperty("hazelcast.shutdownhook.enabled", "false");
    config.setProperty("hazelcast.logging.type", "slf4j");
    config.setProperty("hazelcast.max.no.heartbeat.seconds", "15");
    config.setProperty("hazelcast.heartbeat.interval.seconds", "2");
    config.getMetricsConfig().setEnabled(false);
    network(config.getNetworkConfig(), options);
    protect(config, options.minMembers());
    options.customizer().accept(config);
    return extension.apply(config);
  }

  private static void network(NetworkConfig network, ClusterOptions options) {
    if (options.port() == 0) {
      FreePorts.use(network);
    } else {
      network.setPort(options.port()).setPortAutoIncrement(false);
    }
    network.getInterfaces().setEnabled(true).addInterface(options.host());
    JoinConfig join = network.getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    // also with nobody to join: a member without a joiner refuses those that come later
    join.getTcpIpConfig().setEnabled(true).setMembers(options.members());
  }

  /** Makes the configuration of the map of a type. */
  static MapConfig map(String type, int backups, boolean minMembers, String mergePolicy) {
    MapConfig config =
        new MapConfig(MAP_PREFIX + type)
            .setInMemoryFormat(InMemoryFormat.OBJECT)
            .setBackupCount(backups)
            .setStatisticsEnabled(false)
            .setPerEntryStatsEnabled(false)
            .setMergePolicyConfig(new MergePolicyConfig().setPolicy(mergePolicy));
    if (minMembers) {
      config.setSplitBrainProtectionName(MIN_MEMBERS);
    }
    return config;
  }

  static boolean hasMinMembers(Config config) {
    return config.getSplitBrainProtectionConfigs().containsKey(MIN_MEMBERS);
  }
}
