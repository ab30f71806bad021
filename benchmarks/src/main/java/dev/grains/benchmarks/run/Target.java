package dev.grains.benchmarks.run;

import java.util.List;

/**
 * A ratio that Grains wants to reach.
 *
 * @param workload the row
 * @param entrant the contender of Grains
 * @param against the one it is held against
 * @param least the least ratio of their throughputs
 */
record Target(Workload workload, String entrant, String against, double least) {

  /** Every target, those against the ground first. */
  static final List<Target> ALL =
      List.of(
          new Target(Workload.COUNTER_LOCAL_256, "grains", "hazelcast", 0.80),
          new Target(Workload.COUNTER_LOCAL_256, "grains", "hazelcast-reply", 0.80),
          new Target(Workload.COUNTER_REMOTE_256, "grains", "hazelcast", 0.70),
          new Target(Workload.COUNTER_LOCAL_256, "grains-replicated", "hazelcast-backup", 0.70),
          new Target(Workload.COUNTER_LOCAL_256, "grains-blocking", "hazelcast-offload", 1),
          new Target(Workload.COUNTER_LOCAL_256, "grains-blocking", "hazelcast-offload-entry", 1),
          new Target(Workload.READ_LOCAL_1, "grains", "hazelcast", 20),
          new Target(Workload.COUNTER_HOT_256, "grains", "hazelcast", 5),
          new Target(Workload.COUNTER_REMOTE_256, "grains", "pekko", 2),
          new Target(Workload.COUNTER_LOCAL_1, "grains", "pekko", 1.3),
          new Target(Workload.COUNTER_LOCAL_256, "grains", "pekko", 0.8),
          new Target(Workload.READ_LOCAL_1, "grains", "pekko", 50),
          new Target(Workload.DEPOSIT_LOCAL_256, "grains-jdbc", "pekko-jdbc", 2),
          new Target(Workload.DEPOSIT_LOCAL_256, "grains-jdbc", "axon4", 6),
          new Target(Workload.DEPOSIT_LOCAL_256, "grains-jdbc", "plain", 8),
          new Target(Workload.DEPOSIT_HOT_256, "grains-jdbc", "pekko-jdbc", 15),
          new Target(Workload.DEPOSIT_HOT_256, "grains-jdbc", "plain", 40));

  /**
   * What became of a target.
   *
   * @param target the target
   * @param ratio what was measured
   */
  record Outcome(Target target, Ratio ratio) {

    boolean met() {
      return ratio.median() >= target.least();
    }
  }
}
