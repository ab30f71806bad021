package dev.grains.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import com.hazelcast.config.Config;
import com.hazelcast.config.JoinConfig;
import dev.grains.Grains;
import dev.grains.annotation.Grain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** By default nothing listens beyond loopback, and nobody is looked for. */
class LoopbackOnlyIT {

  private static final String LISTENING = "0A";

  @Grain("quiet")
  interface Quiet {
    int one();
  }

  static final class QuietGrain extends dev.grains.Grain implements Quiet {
    @Override
    public int one() {
      return 1;
    }
  }

  @Test
  void nothingListensBeyondLoopback() throws IOException {
    Set<String> before = Set.copyOf(addressesListenedOn());
    try (Grains grains = Grains.builder().register(Quiet.class, QuietGrain::new).start()) {
      assertThat(grains.get(Quiet.class, "a").one()).isEqualTo(1);

      List<String> added = addressesListenedOn();
      added.removeAll(before);

      assertThat(added).isNotEmpty().allMatch(LoopbackOnlyIT::isLoopback);
    }
  }

  @Test
  void nobodyIsLookedForAndNobodyIsTold() {
    try (Grains grains = Grains.builder().register(Quiet.class, QuietGrain::new).start()) {
      Config config = grains.hazelcast().getConfig();
      JoinConfig join = config.getNetworkConfig().getJoin();

      assertThat(join.getMulticastConfig().isEnabled()).isFalse();
      assertThat(join.getAutoDetectionConfig().isEnabled()).isFalse();
      assertThat(join.isAutoDetectionEnabled()).isFalse();
      assertThat(join.getTcpIpConfig().getMembers()).isEmpty();
      assertThat(config.getProperty("hazelcast.phone.home.enabled")).isEqualTo("false");
      assertThat(config.getClusterName()).isNotEqualTo("dev").hasSizeGreaterThan(20);
    }
  }

  /** The addresses with ports, as the kernel lists them, of the sockets of this process. */
  private static List<String> addressesListenedOn() throws IOException {
    Set<String> inodes = ownSockets();
    List<String> addresses = new ArrayList<>();
    for (String table : List.of("tcp", "tcp6", "udp", "udp6")) {
      Path path = Path.of("/proc/self/net", table);
      for (String line : Files.exists(path) ? Files.readAllLines(path) : List.<String>of()) {
        String[] columns = line.trim().split("\\s+");
        boolean open = table.startsWith("udp") || columns[3].equals(LISTENING);
        if (columns.length > 9 && open && inodes.contains(columns[9])) {
          addresses.add(columns[1]);
        }
      }
    }
    return addresses;
  }

  private static Set<String> ownSockets() throws IOException {
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      return descriptors
          .map(LoopbackOnlyIT::target)
          .filter(target -> target.startsWith("socket:["))
          .map(target -> target.substring("socket:[".length(), target.length() - 1))
          .collect(Collectors.toSet());
    }
  }

  private static String target(Path descriptor) {
    try {
      return Files.readSymbolicLink(descriptor).toString();
    } catch (IOException closed) {
      return "";
    }
  }

  private static boolean isLoopback(String address) {
    return address.startsWith("0100007F:")
        || address.startsWith("0000000000000000FFFF00000100007F:")
        || address.startsWith("00000000000000000000000001000000:");
  }
}
