package dev.grains.guarantees;

import static org.assertj.core.api.Assertions.assertThat;

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
 * each takes effect once, and the commands of a caller keep their order.
 */
class MovingClusterIT {

  private static final Logger log = LoggerFactory.getLogger(MovingClusterIT.class);
  private static final int GRAINS = 200;
  private static final int CALLERS = 16;
  private static final long COMMANDS = 200_000;

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
      Traffic traffic = new Traffic(cluster, GRAINS, CALLERS, COMMANDS);
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
    }
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
