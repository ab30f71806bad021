package dev.grains.benchmarks.compare.grains;

import com.hazelcast.config.Config;
import dev.grains.ClusterOptions;
import dev.grains.Grains;
import dev.grains.GrainsBuilder;
import dev.grains.benchmarks.compare.Layout;
import dev.grains.benchmarks.compare.Role;
import dev.grains.benchmarks.compare.hazelcast.MemberSettings;
import java.time.Duration;
import java.util.List;

/** The parts of a layout in terms of the builder. */
final class GrainMember {

  private static final Duration CALL_TIMEOUT = Duration.ofSeconds(60);

  private GrainMember() {}

  /** Returns a builder of a member that hosts and calls. */
  static GrainsBuilder host(Layout layout) {
    return Grains.builder().cluster(options(layout)).callTimeout(CALL_TIMEOUT);
  }

  /** Returns a builder of a member that only calls. */
  static GrainsBuilder caller(Layout layout, Class<?> contract) {
    return Grains.builder()
        .cluster(options(layout).withLite(true))
        .callTimeout(CALL_TIMEOUT)
        .call(contract);
  }

  private static ClusterOptions options(Layout layout) {
    ClusterOptions options =
        ClusterOptions.named("grains-benchmark").withCustomizer(config -> adapt(config, layout));
    return layout.peer().isEmpty() ? options : options.withMembers(List.of(layout.peer()));
  }

  private static void adapt(Config config, Layout layout) {
    MemberSettings.apply(config);
    if (layout.peer().isEmpty()) {
      // the host comes first and knows nobody, yet lets the caller join it
      config.getNetworkConfig().getJoin().getTcpIpConfig().setEnabled(true);
    }
  }

  static boolean hosts(Layout layout) {
    return layout.role() == Role.HOST || layout.peer().isEmpty();
  }

  static String address(Grains grains) {
    var address = grains.hazelcast().getCluster().getLocalMember().getAddress();
    return address.getHost() + ":" + address.getPort();
  }
}
