package dev.grains.jdbc.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.CallOptions;
import dev.grains.Grains;
import dev.grains.jdbc.PostgresServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A command with an idempotency key runs once, whoever sends it again and whatever restarts. */
class IdempotencyKeyIT {

  private static final List<Class<? extends Counter>> CONTRACTS =
      List.of(ComputingCounter.class, BlockingCounter.class, DocumentCounter.class);

  private static long count(Grains grains, Class<? extends Counter> contract, String key) {
    return grains.get(contract, "keyed", CallOptions.idempotencyKey(key)).count("caller", 1);
  }

  @Test
  void aKeySentFromTwoMembersAndAfterAFullRestartReturnsTheFirstReply() throws Exception {
    try (PostgresServer server = PostgresServer.start()) {
      Database database = new Database(server.url());
      try (PostgresMembers members = new PostgresMembers(server.url(), 2)) {
        for (Class<? extends Counter> contract : CONTRACTS) {
          assertThat(count(members.member(0), contract, "it's \"1\" 東京")).isEqualTo(1);
          assertThat(count(members.member(1), contract, "it's \"1\" 東京")).isEqualTo(1);
          assertThat(count(members.member(1), contract, "another")).isEqualTo(2);
          assertThat(count(members.member(0), contract, "it's \"1\" 東京")).isEqualTo(1);
        }
      }
      assertThat(database.events()).isEqualTo(4);
      server.kill();
      server.startAgain();

      try (PostgresMembers members = new PostgresMembers(server.url(), 2)) {
        for (Class<? extends Counter> contract : CONTRACTS) {
          assertThat(count(members.member(0), contract, "it's \"1\" 東京")).isEqualTo(1);
          assertThat(count(members.member(1), contract, "another")).isEqualTo(2);
          assertThat(count(members.member(1), contract, "a third")).isEqualTo(3);
        }
      }
      assertThat(database.events()).isEqualTo(6);
      assertThat(database.streamsWithGaps()).isZero();
    }
  }
}
