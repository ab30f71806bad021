package dev.grains.spring;

import com.hazelcast.config.Config;
import dev.grains.Grains;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts applications as members of one cluster on loopback. */
public final class TestMember {

  private TestMember() {}

  /**
   * Starts an application as a member.
   *
   * @param cluster the name of the cluster
   * @param others the members to join
   * @param application the configuration classes
   */
  public static ConfigurableApplicationContext start(
      String cluster, List<ConfigurableApplicationContext> others, Class<?>... application) {
    return builder(cluster, others, application).web(WebApplicationType.NONE).run();
  }

  /** Makes the builder of an application that is a member. */
  public static SpringApplicationBuilder builder(
      String cluster, List<ConfigurableApplicationContext> others, Class<?>... application) {
    List<String> properties = new ArrayList<>();
    properties.add("grains.cluster.name=" + cluster);
    properties.add("grains.cluster.port=0");
    properties.add(
        "grains.cluster.members="
            + String.join(",", others.stream().map(TestMember::address).toList()));
    properties.add("spring.main.banner-mode=off");
    return new SpringApplicationBuilder(application)
        .sources(Joinable.class)
        .properties(properties.toArray(new String[0]));
  }

  private static String address(ConfigurableApplicationContext member) {
    return "127.0.0.1:"
        + member
            .getBean(Grains.class)
            .hazelcast()
            .getCluster()
            .getLocalMember()
            .getAddress()
            .getPort();
  }

  /** Finds a key whose grain is owned by a member. */
  public static String keyOwnedBy(ConfigurableApplicationContext member) {
    var hazelcast = member.getBean(Grains.class).hazelcast();
    for (int i = 0; ; i++) {
      String key = "key-" + i;
      if (hazelcast
          .getCluster()
          .getLocalMember()
          .equals(hazelcast.getPartitionService().getPartition(key).getOwner())) {
        return key;
      }
    }
  }

  /** The first member must use the joiner by which the others come, or it refuses them. */
  @Configuration(proxyBeanMethods = false)
  static class Joinable {

    @Bean
    GrainsCustomizer joinable() {
      QuickMember quick = new QuickMember();
      return new GrainsCustomizer() {
        @Override
        public void customize(dev.grains.GrainsBuilder builder) {}

        @Override
        public void customize(Config config) {
          quick.customize(config);
          config.getNetworkConfig().getJoin().getTcpIpConfig().setEnabled(true);
        }
      };
    }
  }
}
