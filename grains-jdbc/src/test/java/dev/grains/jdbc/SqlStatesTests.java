package dev.grains.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlStatesTests {

  @ParameterizedTest
  @CsvSource({
    "23505, DUPLICATE",
    "40001, TRY_AGAIN",
    "40P01, TRY_AGAIN",
    "55P03, TRY_AGAIN",
    "25006, TRY_ELSEWHERE",
    "08003, TRY_ELSEWHERE",
    "57014, UNAVAILABLE",
    "53100, UNAVAILABLE",
    "53200, UNAVAILABLE",
    "53300, UNAVAILABLE",
    "08006, UNKNOWN",
    "08007, UNKNOWN",
    "40003, UNKNOWN",
    "57P01, UNKNOWN",
    "57P02, UNKNOWN",
    "57P03, UNKNOWN",
    "58030, UNKNOWN",
    "22003, UNSTORABLE",
    "22P05, UNSTORABLE",
    "22021, UNSTORABLE",
    "23502, UNSTORABLE",
    "54000, UNSTORABLE",
    "42P01, UNSTORABLE",
    "XX000, UNSTORABLE",
  })
  void aStateTellsWhatHasBecomeOfTheCommit(String state, Failure failure) {
    assertThat(SqlStates.failure(new SQLException("failure", state))).isEqualTo(failure);
  }

  @Test
  void aBrokenConnectionIsKnownByItsCauseOrType() {
    assertThat(SqlStates.failure(new SQLException("lost", null, new IOException())))
        .isEqualTo(Failure.UNKNOWN);
    assertThat(SqlStates.failure(new SQLRecoverableException("lost"))).isEqualTo(Failure.UNKNOWN);
    assertThat(SqlStates.failure(new SQLException("no state"))).isEqualTo(Failure.UNSTORABLE);
  }
}
