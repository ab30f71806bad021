package dev.grains.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresServerTests {

  private static PostgresServer server;

  @BeforeAll
  static void start() {
    server = PostgresServer.start();
  }

  @AfterAll
  static void close() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "fsync, on",
    "synchronous_commit, on",
    "full_page_writes, on",
    "listen_addresses, 127.0.0.1",
    "server_encoding, UTF8"
  })
  void theServerOfTheTestsIsAsDurableAsARealOne(String setting, String value) throws SQLException {
    assertThat(queryText("show " + setting)).isEqualTo(value);
  }

  @Test
  void theServerIsVersion16OrNewer() throws SQLException {
    assertThat(Integer.parseInt(queryText("show server_version_num")))
        .isGreaterThanOrEqualTo(160_000);
  }

  @Test
  void theServerKeepsWhatItAcknowledgedThroughAHardStop() throws Exception {
    try (Connection connection = DriverManager.getConnection(server.url());
        Statement statement = connection.createStatement()) {
      statement.execute("create table kept as select 42 as answer");

      server.kill();
      assertThatThrownBy(() -> statement.execute("select 1")).isInstanceOf(SQLException.class);
    }
    server.startAgain();

    assertThat(queryText("select answer from kept")).isEqualTo("42");

    server.stop();
    server.startAgain();
    assertThat(queryText("select answer from kept")).isEqualTo("42");
  }

  private static String queryText(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(server.url());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
