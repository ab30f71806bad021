package dev.grains.spring;

import static org.awaitility.Awaitility.await;

import com.hazelcast.config.Config;
import dev.grains.Grains;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
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

  /** Finds a key whose grain is owned by a member, asked of the youngest member first. */
  public static String keyOwnedBy(ConfigurableApplicationContext member) {
    var hazelcast = member.getBean(Grains.class).hazelcast();
    var partitions = hazelcast.getPartitionService();
    var local = hazelcast.getCluster().getLocalMember();
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                partitions.isClusterSafe()
                    && partitions.getPartitions().stream()
                        .anyMatch(partition -> local.equals(partition.getOwner())));
    return IntStream.range(0, 10_000)
        .mapToObj(i -> "key-" + i)
        .filter(key -> local.equals(partitions.getPartition(key).getOwner()))
        .findFirst()
        .orElseThrow();
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
