package dev.grains.spring;

import static dev.grains.spring.Discovery.MEMBERS;

import com.hazelcast.config.AliasedDiscoveryConfig;
import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import dev.grains.ClusterOptions;
import dev.grains.spring.GrainsProperties.Cluster;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the properties say about the member that grains start themselves. */
final class ClusterSettings {

  private static final String LOOPBACK = "127.0.0.1";
  private static final int DEFAULT_PORT = 5701;
  private static final int HIGHEST_PORT = 65_535;
  private static final Pattern MEMBER =
      Pattern.compile("(?:[^\\s:\\[\\]]+|\\[[^\\s\\[\\]]+])(?::(\\d{1,5}))?");

  static final String MIN_MEMBERS = "cluster.min-members";

  private final Cluster cluster;
  private final @Nullable String applicationName;

  ClusterSettings(Cluster cluster, @Nullable String applicationName) {
    this.cluster = cluster;
    this.applicationName = applicationName;
  }

  ClusterOptions options() {
    InvalidProperty.atLeast(1, cluster.minMembers(), MIN_MEMBERS);
    return ClusterOptions.named(name())
        .withAddress(host(), port())
        .withMembers(members())
        .withMinMembers(cluster.minMembers())
        .withLite(cluster.lite());
  }

  private boolean alone() {
    return cluster.members().isEmpty() && cluster.discovery() == MEMBERS;
  }

  private String name() {
    String name = cluster.name() != null ? cluster.name() : applicationName;
    if (name != null && !name.isBlank()) {
      return name;
    }
    if (alone()) {
      return "grains";
    }
    throw InvalidProperty.of(
        "cluster.name",
        cluster.name(),
        "Members find each other, so their cluster needs a name that strangers do not share."
            + " Set it, or spring.application.name.");
  }

  private String host() {
    if (cluster.host() != null) {
      return HostAddress.of(cluster.host());
    }
    return cluster.discovery() == MEMBERS ? LOOPBACK : HostAddress.ofThisHost();
  }

  private int port() {
    Integer port = cluster.port();
    if (port == null) {
      return alone() ? 0 : DEFAULT_PORT;
    }
    if (port < 0 || port > HIGHEST_PORT) {
      throw InvalidProperty.of("cluster.port", port, "It must be 0 to 65535; 0 is any free one.");
    }
    return port;
  }

  private List<String> members() {
    for (String member : cluster.members()) {
      Matcher address = MEMBER.matcher(member);
      if (!address.matches() || !isPort(address.group(1))) {
        throw InvalidProperty.of(
            "cluster.members",
            member,
            "Each member must be host:port, as in 10.0.0.7:5701 or [fe80::1]:5701.");
      }
    }
    return cluster.members();
  }

  private static boolean isPort(@Nullable String digits) {
    return digits == null
        || Integer.parseInt(digits) >= 1 && Integer.parseInt(digits) <= HIGHEST_PORT;
  }

  /** Refuses what is set for a member of our own where there is one of the application. */
  void refuse(String instance) {
    refuse("name", cluster.name(), instance);
    refuse("host", cluster.host(), instance);
    refuse("port", cluster.port(), instance);
    refuse("members", nullIfEmpty(cluster.members()), instance);
    refuse("discovery", cluster.discovery() == MEMBERS ? null : cluster.discovery(), instance);
    refuse("lite", cluster.lite() ? true : null, instance);
    refuse(
        "properties",
        cluster.properties().isEmpty() ? null : cluster.properties().keySet(),
        instance);
  }

  private static @Nullable List<String> nullIfEmpty(List<String> values) {
    return values.isEmpty() ? null : values;
  }

  private static void refuse(String name, @Nullable Object value, String instance) {
    if (value != null) {
      throw InvalidProperty.of(
          "cluster." + name,
          value,
          "The application has a HazelcastInstance bean, '"
              + instance
              + "', which grains use; it has a cluster already. Remove the property, or set it"
              + " where that instance is set up.");
    }
  }

  /** Adds discovery and properties to the configuration. */
  void apply(Config config) {
    AliasedDiscoveryConfig<?> discovery = discovery(config.getNetworkConfig().getJoin());
    if (discovery != null) {
      discovery.setEnabled(true);
      cluster.discoveryProperties().forEach(discovery::setProperty);
    }
    cluster.properties().forEach(config::setProperty);
  }

  private @Nullable AliasedDiscoveryConfig<?> discovery(JoinConfig join) {
    return switch (cluster.discovery()) {
      case MEMBERS -> null;
      case KUBERNETES -> join.getKubernetesConfig();
      case AWS -> join.getAwsConfig();
      case AZURE -> join.getAzureConfig();
      case GCP -> join.getGcpConfig();
      case EUREKA -> join.getEurekaConfig();
    };
  }
}
