package dev.grains;

import com.hazelcast.config.Config;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * How the builder's own member finds its cluster. Immutable; each {@code with} method returns a
 * copy.
 *
 * @param name the name of the cluster; only members of the same name join each other
 * @param host the local address to listen on; nothing listens elsewhere
 * @param port the port; 0 for a free one from 15,000 to 31,999, which systems do not use for
 *     outgoing connections
 * @param members the {@code host:port} of members to join; none for a cluster of one
 * @param minMembers how many members must be there for commands to be taken: the defence of
 *     replicated grains against a split; with fewer, calls fail with {@link
 *     GrainUnavailableException} after half a second
 * @param lite whether the member calls grains and hosts none
 * @param customizer changes the Hazelcast configuration last, for discovery and the like
 * @since 0.1
 */
public record ClusterOptions(
    String name,
    String host,
    int port,
    List<String> members,
    int minMembers,
    boolean lite,
    Consumer<Config> customizer) {

  /** Checks and copies the values. */
  public ClusterOptions {
    Objects.requireNonNull(customizer, "customizer");
    if (Objects.requireNonNull(name, "name").isBlank()) {
      throw new IllegalArgumentException("the name of the cluster must not be blank");
    }
    if (Objects.requireNonNull(host, "host").isBlank()) {
      throw new IllegalArgumentException(
          "host must not be blank; it is the address of this machine to listen on");
    }
    SettingChecks.within(port, 0, 65_535, "port");
    members = checked(Objects.requireNonNull(members, "members"));
    if (minMembers < 1) {
      throw new IllegalArgumentException("minMembers must be 1 or more, was " + minMembers);
    }
  }

  private static List<String> checked(List<String> members) {
    for (String member : members) {
      if (Objects.requireNonNull(member, "a member").isBlank()) {
        throw new IllegalArgumentException(
            "a member to join must not be blank; write host:port, or leave it out");
      }
    }
    return List.copyOf(members);
  }

  /**
   * Returns options for a member on loopback with a free port that joins nobody.
   *
   * @param name the name of the cluster
   * @return the options
   */
  public static ClusterOptions named(String name) {
    return new ClusterOptions(name, "127.0.0.1", 0, List.of(), 1, false, config -> {});
  }

  /**
   * Returns a copy that listens elsewhere.
   *
   * @param newHost the local address
   * @param newPort the port; 0 for a free one
   * @return the copy
   */
  public ClusterOptions withAddress(String newHost, int newPort) {
    return new ClusterOptions(name, newHost, newPort, members, minMembers, lite, customizer);
  }

  /**
   * Returns a copy that joins other members.
   *
   * @param value the {@code host:port} of each
   * @return the copy
   */
  public ClusterOptions withMembers(List<String> value) {
    return new ClusterOptions(name, host, port, value, minMembers, lite, customizer);
  }

  /**
   * Returns a copy that takes commands only when enough members are there.
   *
   * @param value how many
   * @return the copy
   */
  public ClusterOptions withMinMembers(int value) {
    return new ClusterOptions(name, host, port, members, value, lite, customizer);
  }

  /**
   * Returns a copy that hosts grains or only calls them.
   *
   * @param value whether it only calls
   * @return the copy
   */
  public ClusterOptions withLite(boolean value) {
    return new ClusterOptions(name, host, port, members, minMembers, value, customizer);
  }

  /**
   * Returns a copy that changes the Hazelcast configuration.
   *
   * @param value called last, before the member starts
   * @return the copy
   */
  public ClusterOptions withCustomizer(Consumer<Config> value) {
    return new ClusterOptions(name, host, port, members, minMembers, lite, value);
  }
}
