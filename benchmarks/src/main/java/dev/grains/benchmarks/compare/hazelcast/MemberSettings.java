package dev.grains.benchmarks.compare.hazelcast;

import com.hazelcast.config.Config;

/** What all members of the comparison have in common. */
public final class MemberSettings {

  private MemberSettings() {}

  /**
   * Lets members join at once, and wait an hour for each other: one that is paused between its
   * turns is not dead.
   *
   * @param config the configuration of a member, changed in place
   */
  public static void apply(Config config) {
    config.setProperty("hazelcast.wait.seconds.before.join", "0");
    config.setProperty("hazelcast.max.no.heartbeat.seconds", "3600");
  }
}
