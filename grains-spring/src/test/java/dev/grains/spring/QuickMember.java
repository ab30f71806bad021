package dev.grains.spring;

import com.hazelcast.config.Config;
import dev.grains.GrainsBuilder;

/** Lets members of tests start and find each other quickly. */
public final class QuickMember implements GrainsCustomizer {

  @Override
  public void customize(GrainsBuilder builder) {}

  @Override
  public void customize(Config config) {
    config
        .setProperty("hazelcast.partition.count", "31")
        .setProperty("hazelcast.wait.seconds.before.join", "0")
        .setProperty("hazelcast.max.wait.seconds.before.join", "0");
  }
}
