package dev.grains.jdbc.cluster;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Looks into a database beside the store. */
record Database(String url) {

  /** Counts grains whose events have a gap, or of which one comes twice. */
  long streamsWithGaps() throws SQLException {
    return number(
        "select count(*) from (select type, key from grain_event group by type, key"
            + " having count(*) <> max(version) or count(distinct version) <> count(*)) g");
  }

  long events() throws SQLException {
    return number("select count(*) from grain_event");
  }

  long number(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
