package dev.grains.benchmarks.compare.hazelcast;

import com.hazelcast.config.Config;

/** What members need in order to be stopped by the operating system between their turns. */
public final class Pauses {

  private Pauses() {}

  /**
   * Lets members wait an hour for each other: one that is paused is not dead.
   *
   * @param config the configuration of a member, changed in place
   */
  public static void survive(Config config) {
    config.setProperty("hazelcast.max.no.heartbeat.seconds", "3600");
  }
}
