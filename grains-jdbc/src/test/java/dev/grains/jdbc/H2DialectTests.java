package dev.grains.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class H2DialectTests {

  private final H2Dialect dialect = new H2Dialect(new JsonText(JsonMapper.shared()));

  @ParameterizedTest
  @CsvSource({
    "23505, DUPLICATE",
    "40001, TRY_AGAIN",
    "90131, TRY_AGAIN",
    "HYT00, TRY_AGAIN",
    "90121, UNAVAILABLE",
    "90098, UNAVAILABLE",
    "57014, UNAVAILABLE",
    "08000, UNAVAILABLE",
    "22001, UNSTORABLE",
  })
  void aStateTellsWhatHasBecomeOfTheCommit(String state, Failure failure) {
    assertThat(dialect.failure(new SQLException("failure", state))).isEqualTo(failure);
  }

  @Test
  void repliesAreReadByTheirPrimaryKey() throws SQLException {
    String url = "jdbc:h2:mem:replies";
    try (HikariDataSource pool = TestDatabase.pool(url)) {
      JdbcGrainStore.create(pool).close();
      TestDatabase.execute(
          pool,
          """
          insert into grain_idempotency
            (created_at, expires_at, type, "key", idempotency_key, reply)
          select current_timestamp, current_timestamp, 'account', 'hot', 'key ' || x, x''
          from system_range(1, 10000)""");

      assertThat(planOfReplies(pool)).containsPattern("PRIMARY_KEY\\S*: [^/]*IDEMPOTENCY_KEY = ");
    }
  }

  private String planOfReplies(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Query.list(
              connection,
              "explain " + dialect.selectReplies(),
              row -> row.getString(1),
              new Integer[] {0, 0},
              new String[] {"account", "account"},
              new String[] {"hot", "hot"},
              new String[] {"key 1", "key 2"},
              OffsetDateTime.now())
          .get(0);
    }
  }

  @Test
  void whateverHappensWhileCommittingLeavesTheOutcomeUnknown() {
    SQLException cause = new SQLException("failure", "40001", 7);

    UncertainCommitException uncertain = new UncertainCommitException(cause);

    assertThat(dialect.failure(uncertain)).isEqualTo(Failure.UNKNOWN);
    assertThat(uncertain.getMessage()).isEqualTo("failure");
    assertThat(uncertain.getCause()).isSameAs(cause);
    assertThat(uncertain.getSQLState()).isEqualTo("40001");
  }
}
