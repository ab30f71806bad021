package dev.grains.benchmarks.compare.pekko;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The tables of the journal. */
final class Journal {

  private static final String SCHEMA = "/schema/postgres/postgres-create-schema.sql";

  private Journal() {}

  static String url(String database) {
    return database + "&reWriteBatchedInserts=true";
  }

  static void create(String database) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database);
        Statement statement = connection.createStatement()) {
      for (String sql : schema().split(";", -1)) {
        if (!sql.isBlank()) {
          statement.execute(sql);
        }
      }
    }
  }

  static long events(String database) throws SQLException {
    try (Connection connection = DriverManager.getConnection(database);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from event_journal")) {
      row.next();
      return row.getLong(1);
    }
  }

  private static String schema() {
    try (InputStream in = Journal.class.getResourceAsStream(SCHEMA)) {
      if (in == null) {
        throw new IllegalStateException("pekko-persistence-jdbc has no " + SCHEMA);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
