package dev.grains.test;

import com.hazelcast.config.Config;
import dev.grains.Grains;
import dev.grains.GrainsBuilder;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Sets up a {@link GrainCluster}. Confined to one thread.
 *
 * @since 0.1
 */
public final class GrainClusterBuilder {

  private int members = 1;
  private int partitions = 31;
  private int minMembers = 1;
  private Duration patience = Duration.ofSeconds(60);
  private Consumer<GrainsBuilder> setup = grains -> {};
  private Consumer<Config> customizer = config -> {};
  private Supplier<GrainsBuilder> builders = Grains::builder;

  GrainClusterBuilder() {}

  /**
   * Sets how many members the cluster starts with.
   *
   * @param value the number, 1 unless set
   * @return this builder
   */
  public GrainClusterBuilder members(int value) {
    if (value < 1) {
      throw new IllegalArgumentException("a cluster starts with 1 member or more, was " + value);
    }
    members = value;
    return this;
  }

  /**
   * Sets the number of partitions; few of them move quickly.
   *
   * @param value the number, 31 unless set; at least as many as there will be members
   * @return this builder
   */
  public GrainClusterBuilder partitions(int value) {
    partitions = value;
    return this;
  }

  /**
   * Sets how many members must be there for commands to replicated grains to be taken.
   *
   * @param value the number, 1 unless set
   * @return this builder
   */
  public GrainClusterBuilder minMembers(int value) {
    minMembers = value;
    return this;
  }

  /**
   * Sets how each member, lite member and client is built: types, clock, storage, limits. Called
   * once for each, and must leave {@link GrainsBuilder#cluster} and {@link GrainsBuilder#hazelcast}
   * alone.
   *
   * @param value called with the builder of each
   * @return this builder
   */
  public GrainClusterBuilder setup(Consumer<GrainsBuilder> value) {
    setup = value;
    return this;
  }

  /**
   * Sets what changes the Hazelcast configuration of each member, after the settings of the kit.
   *
   * @param value called with the configuration of each
   * @return this builder
   */
  public GrainClusterBuilder hazelcast(Consumer<Config> value) {
    customizer = value;
    return this;
  }

  /**
   * Sets how long the cluster may take to become safe.
   *
   * @param value the time, a minute unless set
   * @return this builder
   */
  public GrainClusterBuilder patience(Duration value) {
    patience = value;
    return this;
  }

  /**
   * Sets what makes the builder of each member, lite member and client, for runtimes in which
   * things go wrong on purpose.
   *
   * @param value called once for each
   * @return this builder
   */
  public GrainClusterBuilder builders(Supplier<GrainsBuilder> value) {
    builders = value;
    return this;
  }

  /**
   * Starts the members, one after the other, and waits until the cluster is safe.
   *
   * @return the running cluster, to be closed by the caller
   */
  public GrainCluster start() {
    if (partitions < members) {
      throw new IllegalArgumentException(
          partitions + " partitions are too few for " + members + " members");
    }
    String name = "grains-test-" + UUID.randomUUID();
    GrainCluster cluster =
        new GrainCluster(
            new LoopbackProfile(name, partitions, minMembers, customizer),
            setup,
            patience,
            builders);
    try {
      for (int i = 0; i < members; i++) {
        cluster.start(Participant.Role.MEMBER, setup);
      }
      cluster.awaitSafe();
      return cluster;
    } catch (RuntimeException | Error e) {
      cluster.close();
      throw e;
    }
  }
}
