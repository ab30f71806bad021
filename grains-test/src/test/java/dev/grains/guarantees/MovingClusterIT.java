package dev.grains.guarantees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.grains.Grains;
import dev.grains.GrainsBuilder;
import dev.grains.test.GrainCluster;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Members join, leave and are killed one at a time under load: no acknowledged command is lost,
 * each takes effect once, and the commands of a caller keep their order. Before and after, while
 * the cluster is stable, no turns of a grain overlap on any two members.
 */
class MovingClusterIT {

  private static final Logger log = LoggerFactory.getLogger(MovingClusterIT.class);
  private static final int GRAINS = 200;
  private static final int CALLERS = 16;
  private static final long COMMANDS = 200_000;
  private static final long CALM_COMMANDS = 20_000;
  private static final int CALM_GRAINS = 8; // few, so that callers meet

  private static void host(GrainsBuilder grains) {
    grains
        .register(ComputingLedger.class, ComputingLedgerGrain::new)
        .register(BlockingLedger.class, BlockingLedgerGrain::new)
        .callTimeout(Duration.ofSeconds(60));
  }

  @Test
  @Timeout(300)
  void anAcknowledgedCommandTakesEffectOnceAndInOrderWhileMembersComeAndGo() throws Exception {
    try (GrainCluster cluster =
        GrainCluster.builder().members(3).setup(MovingClusterIT::host).start()) {
      assertTurnsDoNotOverlap(cluster);
      Traffic traffic = new Traffic(cluster, "moving", GRAINS, CALLERS, COMMANDS);
      traffic.start();
      int moves = 0;
      while (traffic.running()) {
        move(cluster, moves++);
      }

      List<Throwable> surprises = traffic.await(120);

      log.info("{} moves: {}", moves, traffic);
      assertThat(surprises).isEmpty();
      assertThat(moves).isGreaterThan(2);
      assertBooksMatch(cluster.member(0), traffic);
      assertTurnsDoNotOverlap(cluster);
    }
  }

  /** Sends commands through a cluster that is stable while they run. */
  private static void assertTurnsDoNotOverlap(GrainCluster cluster) throws Exception {
    cluster.awaitSafe();
    // the threads of a member that was killed live on and finish what they had
    await().during(Duration.ofMillis(300)).until(Overlaps::quiet);
    long turns = Overlaps.turns();
    long overlaps = Overlaps.seen();
    Traffic calm = new Traffic(cluster, "calm", CALM_GRAINS, CALLERS, CALM_COMMANDS);

    calm.start();
    List<Throwable> surprises = calm.await(60);

    assertThat(surprises).isEmpty();
    assertThat(calm.acknowledged()).isEqualTo(CALM_COMMANDS);
    assertThat(Overlaps.turns() - turns).as("handlers watched").isEqualTo(CALM_COMMANDS);
    assertThat(Overlaps.seen() - overlaps).as("turns that overlapped").isZero();
  }

  private static void move(GrainCluster cluster, int number) {
    switch (number % 4) {
      case 0, 2 -> cluster.join();
      case 1 -> cluster.leave(cluster.member(number / 4 % 3));
      default -> cluster.kill(cluster.member(number / 4 % 3));
    }
    cluster.awaitSafe();
  }

  static void assertBooksMatch(Grains through, Traffic traffic) {
    SoftAssertions softly = new SoftAssertions();
    for (int i = 0; i < traffic.grains(); i++) {
      Tally tally = traffic.ledger(through, i).tally();
      Traffic.Book book = traffic.book(i);
      long acknowledged = book.acknowledged.get();
      softly
          .assertThat(tally.total())
          .as("commands counted by ledger %d, %d unknown", i, book.unknown.get())
          .isBetween(acknowledged, acknowledged + book.unknown.get());
      softly.assertThat(tally.disorders()).as("disorders of ledger %d", i).isZero();
    }
    softly.assertAll();
    assertThat(traffic.acknowledged()).isPositive();
  }
}
