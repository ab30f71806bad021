package dev.grains.benchmarks.compare.hazelcast;

import com.hazelcast.config.Config;
import com.hazelcast.config.InMemoryFormat;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.config.MapConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import dev.grains.benchmarks.compare.Layout;
import dev.grains.benchmarks.compare.Role;
import java.util.List;

/** A member that listens on loopback only and knows the entry processors. */
final class Member {

  static final String MAP = "counters";

  private Member() {}

  static HazelcastInstance start(Layout layout, int backups) {
    HazelcastInstance member = Hazelcast.newHazelcastInstance(config(layout, backups));
    Beside.attach(member);
    return member;
  }

  static String address(HazelcastInstance member) {
    var address = member.getCluster().getLocalMember().getAddress();
    return address.getHost() + ":" + address.getPort();
  }

  private static Config config(Layout layout, int backups) {
    Config config = new Config().setClusterName("grains-benchmark");
    config.setProperty("hazelcast.logging.type", "slf4j");
    config.setProperty("hazelcast.phone.home.enabled", "false");
    MemberSettings.apply(config);
    config.setProperty("hazelcast.shutdownhook.enabled", "false");
    config.setProperty("hazelcast.socket.bind.any", "false");
    config.getSerializationConfig().addDataSerializableFactory(Ground.FACTORY_ID, Ground::create);
    config.addMapConfig(
        new MapConfig(MAP)
            .setInMemoryFormat(InMemoryFormat.OBJECT)
            .setBackupCount(backups)
            .setStatisticsEnabled(false));
    boolean callsOnly = backups == 0 && layout.shared() && layout.role() == Role.CALLER;
    config.setLiteMember(callsOnly);
    network(config, layout);
    return config;
  }

  private static void network(Config config, Layout layout) {
    config
        .getNetworkConfig()
        .setPort(0)
        .setPortAutoIncrement(false)
        .getInterfaces()
        .setEnabled(true)
        .setInterfaces(List.of("127.0.0.1"));
    JoinConfig join = config.getNetworkConfig().getJoin();
    join.getAutoDetectionConfig().setEnabled(false);
    join.getMulticastConfig().setEnabled(false);
    join.getTcpIpConfig().setEnabled(layout.shared());
    if (!layout.peer().isEmpty()) {
      join.getTcpIpConfig().setMembers(List.of(layout.peer()));
    }
  }
}
