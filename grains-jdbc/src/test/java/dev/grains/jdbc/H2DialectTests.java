package dev.grains.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
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
  void whateverHappensWhileCommittingLeavesTheOutcomeUnknown() {
    SQLException cause = new SQLException("failure", "40001", 7);

    UncertainCommitException uncertain = new UncertainCommitException(cause);

    assertThat(dialect.failure(uncertain)).isEqualTo(Failure.UNKNOWN);
    assertThat(uncertain.getMessage()).isEqualTo("failure");
    assertThat(uncertain.getCause()).isSameAs(cause);
    assertThat(uncertain.getSQLState()).isEqualTo("40001");
  }
}
