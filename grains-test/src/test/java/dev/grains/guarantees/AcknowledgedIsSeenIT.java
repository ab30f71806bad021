package dev.grains.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.Grains;
import dev.grains.test.GrainCluster;
import org.junit.jupiter.api.Test;

/** A query sees every command acknowledged before it was sent, through whichever member. */
class AcknowledgedIsSeenIT {

  private static final int COMMANDS = 100;

  @Test
  void everyMemberSeesWhatAnyMemberWasToldIsDone() {
    try (GrainCluster cluster = start()) {
      for (int i = 1; i <= COMMANDS; i++) {
        count(cluster.member(i % 3), i);

        assertSeenEverywhere(cluster, i);
      }
    }
  }

  @Test
  void itIsStillSeenAfterPlannedMoves() {
    try (GrainCluster cluster = start()) {
      count(cluster.member(0), 1);

      cluster.join();
      cluster.awaitSafe();
      assertSeenEverywhere(cluster, 1);

      count(cluster.member(3), 2);
      cluster.leave(cluster.ownerOf(ComputingLedger.class, "a"));
      assertSeenEverywhere(cluster, 2);
    }
  }

  private static GrainCluster start() {
    return GrainCluster.of(
        3,
        grains ->
            grains
                .register(ComputingLedger.class, ComputingLedgerGrain::new)
                .register(BlockingLedger.class, BlockingLedgerGrain::new));
  }

  private static void count(Grains through, int sequence) {
    through.get(ComputingLedger.class, "a").count("me", sequence);
    through.get(BlockingLedger.class, "a").count("me", sequence);
  }

  private static void assertSeenEverywhere(GrainCluster cluster, int commands) {
    for (Grains member : cluster.members()) {
      assertThat(member.get(ComputingLedger.class, "a").tally().total()).isEqualTo(commands);
      assertThat(member.get(BlockingLedger.class, "a").tally().total()).isEqualTo(commands);
    }
  }
}
