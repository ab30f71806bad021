package dev.grains.internal.cluster;

import com.hazelcast.config.NetworkConfig;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Which ports a member listens on that asks for any: none of those that systems give to outgoing
 * connections, which begin at 32,768 on Linux and later elsewhere.
 *
 * <p>Others go on trying to reach a member that has died. From the same machine the system may give
 * such an attempt the very port it goes to, and TCP then connects the socket with itself
 * (simultaneous open, RFC 9293 section 3.5). Hazelcast takes that for the member and does not form
 * its cluster for as long as it lasts.
 */
final class FreePorts {

  static final int FIRST = 15_000;
  static final int LAST = 31_999;

  private static final int TRIED = 1_000;

  private FreePorts() {}

  /** Lets the member take the first free port from a random one on. */
  static void use(NetworkConfig network) {
    int start = ThreadLocalRandom.current().nextInt(FIRST, LAST - TRIED + 2);
    network.setPort(start).setPortCount(TRIED).setPortAutoIncrement(true);
  }
}
