package dev.grains.jdbc.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.Grains;
import dev.grains.jdbc.PostgresServer;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Members join, leave and are killed, and PostgreSQL is stopped hard and started again, under load:
 * no acknowledged command is lost, each takes effect once, callers see no error, and no stream has
 * a gap.
 */
class MovingPostgresClusterIT {

  private static final Logger LOG = LoggerFactory.getLogger(MovingPostgresClusterIT.class);
  private static final int GRAINS = 120;
  private static final int CALLERS = 16;
  private static final long COMMANDS = 12_000;

  @Test
  @Timeout(600)
  void anAcknowledgedCommandTakesEffectOnceWhileMembersAndTheDatabaseComeAndGo() throws Exception {
    try (PostgresServer server = PostgresServer.start();
        PostgresMembers members = new PostgresMembers(server.url(), 3)) {
      Grains staying = members.member(0);
      List<Grains> through = List.of(staying, members.cluster().liteMember());
      Traffic traffic = new Traffic(through, GRAINS, CALLERS, COMMANDS);
      traffic.start();
      int moves = 0;
      while (traffic.running()) {
        move(members, server, moves++);
      }

      assertThat(traffic.await(240)).isEmpty();
      LOG.info("{} moves", moves);
      assertThat(moves).isGreaterThan(5);
      assertBooksMatch(staying, traffic);
      assertStreamsAreWhole(new Database(server.url()), traffic);
    }
  }

  private static void move(PostgresMembers members, PostgresServer server, int number) {
    switch (number % 5) {
      case 0 -> {
        server.kill();
        server.startAgain();
      }
      case 1, 3 -> members.join();
      case 2 -> members.kill(1);
      default -> members.leave(1);
    }
  }

  private static void assertBooksMatch(Grains through, Traffic traffic) {
    SoftAssertions softly = new SoftAssertions();
    for (int i = 0; i < traffic.grains(); i++) {
      Tally tally = Traffic.counter(through, i).tally();
      softly.assertThat(tally.total()).as("counter %d", i).isEqualTo(traffic.acknowledged(i));
      softly.assertThat(tally.disorders()).as("disorders of counter %d", i).isZero();
    }
    softly.assertAll();
  }

  private static void assertStreamsAreWhole(Database database, Traffic traffic) throws Exception {
    long acknowledgedEvents = 0;
    for (int i = 0; i < traffic.grains(); i++) {
      acknowledgedEvents += i % 3 < 2 ? traffic.acknowledged(i) : 0;
    }
    assertThat(database.streamsWithGaps()).isZero();
    assertThat(database.events()).isEqualTo(acknowledgedEvents);
  }
}
