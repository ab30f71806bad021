package dev.grains.internal.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.config.NetworkConfig;
import com.hazelcast.core.HazelcastInstance;
import dev.grains.ClusterOptions;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A member that asks for any port gets one that no outgoing connection can come from. */
class FreePortsTests {

  @Test
  void everyPortThatIsTriedIsBelowThoseForOutgoingConnections() {
    List<Integer> tried =
        Stream.generate(FreePortsTests::network)
            .limit(10_000)
            .flatMap(
                network ->
                    Stream.of(network.getPort(), network.getPort() + network.getPortCount() - 1))
            .toList();

    assertThat(tried).allSatisfy(port -> assertThat(port).isBetween(15_000, 31_999));
    assertThat(tried.stream().distinct())
        .as("members of a machine seldom meet")
        .hasSizeGreaterThan(1_000);
  }

  private static NetworkConfig network() {
    NetworkConfig network = new NetworkConfig();
    FreePorts.use(network);
    return network;
  }

  @Test
  void aPortThatIsTakenIsPassedOver() throws Exception {
    List<ServerSocket> taken = new ArrayList<>();
    HazelcastInstance member =
        com.hazelcast.core.Hazelcast.newHazelcastInstance(
            MemberConfig.member(
                ClusterOptions.named("free-ports")
                    .withCustomizer(config -> take(config.getNetworkConfig(), taken)),
                UnaryOperator.identity()));
    try {
      int port = ((InetSocketAddress) member.getLocalEndpoint().getSocketAddress()).getPort();

      assertThat(taken).isNotEmpty();
      assertThat(port).isBetween(FreePorts.FIRST, FreePorts.LAST);
      assertThat(taken).extracting(ServerSocket::getLocalPort).doesNotContain(port);
    } finally {
      member.getLifecycleService().terminate();
      for (ServerSocket each : taken) {
        each.close();
      }
    }
  }

  /** Takes the first ports that the member is going to try, as far as they are free. */
  private static void take(NetworkConfig network, List<ServerSocket> taken) {
    IntStream.range(network.getPort(), network.getPort() + 3)
        .forEach(
            port -> {
              try {
                taken.add(new ServerSocket(port, 1, InetAddress.getLoopbackAddress()));
              } catch (java.io.IOException inUse) {
                assertThat(inUse).hasMessageContaining("in use");
              }
            });
  }
}
