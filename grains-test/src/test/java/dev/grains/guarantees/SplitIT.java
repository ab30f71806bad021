package dev.grains.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grains.CallOptions;
import dev.grains.GrainUnavailableException;
import dev.grains.Grains;
import dev.grains.test.GrainCluster;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Both sides of a split cannot commit to one grain: the smaller side refuses commands. */
class SplitIT {

  @Test
  void tooFewMembersTakeNoCommandsAndSayThatTheyWereNotDone() {
    try (GrainCluster cluster =
        GrainCluster.builder()
            .members(2)
            .minMembers(2)
            .setup(
                grains ->
                    grains
                        .register(ComputingLedger.class, ComputingLedgerGrain::new)
                        .register(BlockingLedger.class, BlockingLedgerGrain::new))
            .start()) {
      Grains left = cluster.member(0);
      left.get(ComputingLedger.class, "a").count("me", 1);
      left.get(BlockingLedger.class, "a").count("me", 1);

      cluster.kill(cluster.member(1));
      cluster.awaitSafe();

      CallOptions hurried = CallOptions.timeout(Duration.ofSeconds(1));
      assertRefused(left.get(ComputingLedger.class, "a", hurried), "computing-ledger/a");
      assertRefused(left.get(BlockingLedger.class, "a", hurried), "blocking-ledger/a");

      cluster.join();
      assertThat(left.get(ComputingLedger.class, "a").count("me", 9)).isEqualTo(2);
      assertThat(left.get(BlockingLedger.class, "a").count("me", 9)).isEqualTo(2);
    }
  }

  private static void assertRefused(Ledger ledger, String id) {
    assertThatThrownBy(() -> ledger.count("me", 2))
        .isInstanceOf(GrainUnavailableException.class)
        .hasMessageContaining(id + " was not done")
        .hasMessageContaining("min-members");
  }
}
