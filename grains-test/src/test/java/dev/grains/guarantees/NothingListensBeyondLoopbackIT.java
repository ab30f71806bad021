package dev.grains.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import com.hazelcast.core.HazelcastInstance;
import dev.grains.Grains;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A member with the default settings listens on loopback only and looks for nobody. */
class NothingListensBeyondLoopbackIT {

  private static final int TIMEOUT_MILLIS = 2_000;

  @Test
  void theSocketOfAMemberIsBoundToLoopback() throws IOException {
    try (Grains grains = Grains.builder().start()) {
      InetSocketAddress bound = address(grains.hazelcast());

      assertThat(bound.getAddress().isLoopbackAddress()).isTrue();
      connect(bound);
      for (InetAddress other : addressesBeyondLoopback()) {
        InetSocketAddress elsewhere = new InetSocketAddress(other, bound.getPort());
        assertThatThrownBy(() -> connect(elsewhere))
            .as("a connection to %s", elsewhere)
            .isInstanceOf(IOException.class);
      }
    }
  }

  // every address of 127.0.0.0/8 is loopback on Linux, but not the one the member is bound to: a
  // socket bound to the wildcard address would answer there
  @Test
  void theSocketIsNotBoundToTheWildcardAddress() {
    try (Grains grains = Grains.builder().start()) {
      int port = address(grains.hazelcast()).getPort();

      assertThatThrownBy(() -> connect(new InetSocketAddress("127.0.0.2", port)))
          .isInstanceOf(IOException.class);
    }
  }

  @Test
  void nobodyIsLookedForOrCalled() {
    try (Grains grains = Grains.builder().start()) {
      Config config = grains.hazelcast().getConfig();
      JoinConfig join = config.getNetworkConfig().getJoin();

      assertThat(join.getMulticastConfig().isEnabled()).isFalse();
      assertThat(join.getAutoDetectionConfig().isEnabled()).isFalse();
      assertThat(join.getTcpIpConfig().getMembers()).isEmpty();
      assertThat(config.getProperty("hazelcast.phone.home.enabled")).isEqualTo("false");
    }
  }

  @Test
  void twoMembersWithTheDefaultsNeverMeet() {
    try (Grains one = Grains.builder().start();
        Grains other = Grains.builder().start()) {
      assertThat(one.status().members()).isOne();
      assertThat(other.status().members()).isOne();
      assertThat(one.hazelcast().getConfig().getClusterName())
          .isNotEqualTo(other.hazelcast().getConfig().getClusterName());
    }
  }

  private static InetSocketAddress address(HazelcastInstance hazelcast) {
    return hazelcast.getCluster().getLocalMember().getSocketAddress();
  }

  private static void connect(InetSocketAddress address) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(address, TIMEOUT_MILLIS);
    }
  }

  private static List<InetAddress> addressesBeyondLoopback() throws SocketException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(address -> !address.isLoopbackAddress())
        .toList();
  }
}
