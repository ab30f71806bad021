package dev.grains.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import dev.grains.ClusterOptions;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ClusterSettingsTests {

  private final Map<String, String> properties = new HashMap<>();
  private @Nullable String applicationName = "clinic";

  @Test
  void isAloneOnLoopbackUnlessToldOtherwise() {
    applicationName = null;

    ClusterOptions options = settings().options();

    assertThat(options.name()).isEqualTo("grains");
    assertThat(options.host()).isEqualTo("127.0.0.1");
    assertThat(options.port()).isZero();
    assertThat(options.members()).isEmpty();
    assertThat(options.minMembers()).isOne();
    assertThat(options.lite()).isFalse();
  }

  @Test
  void joinsMembersByAddress() {
    set("members[0]", "10.0.0.1:5701");
    set("members[1]", "10.0.0.2:5701");
    set("host", "10.0.0.*");
    set("min-members", "2");
    set("lite", "true");

    ClusterOptions options = settings().options();

    assertThat(options.name()).isEqualTo("clinic");
    assertThat(options.host()).isEqualTo("10.0.0.*");
    assertThat(options.port()).isEqualTo(5701);
    assertThat(options.members()).isEqualTo(List.of("10.0.0.1:5701", "10.0.0.2:5701"));
    assertThat(options.minMembers()).isEqualTo(2);
    assertThat(options.lite()).isTrue();
  }

  @Test
  void findsMembersInKubernetes() throws Exception {
    set("discovery", "kubernetes");
    set("discovery-properties.service-dns", "clinic-members.default.svc");
    set("name", "clinic-prod");
    Config config = new Config();

    ClusterOptions options = settings().options();
    settings().apply(config);

    assertThat(options.name()).isEqualTo("clinic-prod");
    assertThat(options.host()).isEqualTo(InetAddress.getLocalHost().getHostAddress());
    assertThat(options.port()).isEqualTo(5701);
    JoinConfig join = config.getNetworkConfig().getJoin();
    assertThat(join.getKubernetesConfig().isEnabled()).isTrue();
    assertThat(join.getKubernetesConfig().getProperty("service-dns"))
        .isEqualTo("clinic-members.default.svc");
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MEMBERS")
  void enablesOneDiscovery(Discovery discovery) {
    set("discovery", discovery.name());
    Config config = new Config();
    config.getNetworkConfig().getJoin().getMulticastConfig().setEnabled(false);

    settings().apply(config);

    JoinConfig join = config.getNetworkConfig().getJoin();
    assertThat(
            Map.of(
                Discovery.KUBERNETES, join.getKubernetesConfig().isEnabled(),
                Discovery.AWS, join.getAwsConfig().isEnabled(),
                Discovery.AZURE, join.getAzureConfig().isEnabled(),
                Discovery.GCP, join.getGcpConfig().isEnabled(),
                Discovery.EUREKA, join.getEurekaConfig().isEnabled()))
        .allSatisfy((each, enabled) -> assertThat(enabled).isEqualTo(each == discovery));
  }

  @Test
  void wantsANameWhereMembersFindEachOther() {
    applicationName = null;
    set("members", "10.0.0.1:5701");

    assertThatThrownBy(() -> settings().options())
        .hasMessageContaining("grains.cluster.name")
        .hasMessageContaining("spring.application.name");
  }

  @Test
  void passesPropertiesToHazelcast() {
    set("properties.hazelcast.max.no.heartbeat.seconds", "20");
    Config config = new Config();

    settings().apply(config);

    assertThat(config.getProperty("hazelcast.max.no.heartbeat.seconds")).isEqualTo("20");
  }

  @ParameterizedTest
  @CsvSource({
    "localhost, 127.0.0.1",
    "127.0.0.1, 127.0.0.1",
    "10.0.*.1-9, 10.0.*.1-9",
    "'::1', '::1'"
  })
  void hostsMayBeNamesAddressesAndPatterns(String host, String address) {
    set("host", host);

    assertThat(settings().options().host()).isEqualTo(address);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.7", "10.0.0.7:5701", "10.0.0.1-9", "a.example.com:5701", "[fe80::1]:5701"})
  void takesMembersInAnyForm(String member) {
    set("members", member);

    assertThat(settings().options().members()).containsExactly(member);
  }

  private void set(String name, String value) {
    properties.put("grains.cluster." + name, value);
  }

  private ClusterSettings settings() {
    GrainsProperties bound =
        new Binder(new MapConfigurationPropertySource(properties))
            .bindOrCreate("grains", GrainsProperties.class);
    return new ClusterSettings(bound.cluster(), applicationName);
  }
}
