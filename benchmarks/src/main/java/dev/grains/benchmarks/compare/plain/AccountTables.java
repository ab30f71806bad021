package dev.grains.benchmarks.compare.plain;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The tables of the service. */
final class AccountTables {

  private AccountTables() {}

  static void create(DataSource pool, String[] accounts) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      try (Statement statement = connection.createStatement()) {
        statement.execute(
            "create table account("
                + "id text primary key, balance bigint not null, version bigint not null)");
        statement.execute(
            "create table account_event("
                + "account text, version bigint, payload jsonb not null,"
                + " recorded_at timestamptz not null default now(),"
                + " primary key (account, version))");
      }
      try (PreparedStatement insert =
          connection.prepareStatement("insert into account values (?, 0, 0)")) {
        for (String account : accounts) {
          insert.setString(1, account);
          insert.addBatch();
        }
        insert.executeBatch();
      }
      connection.commit();
    }
  }

  /** Counts the events, and checks that the balances agree with them. */
  static long deposits(DataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "select (select count(*) from account_event), (select sum(balance) from account)")) {
      row.next();
      if (row.getLong(1) != row.getLong(2)) {
        throw new IllegalStateException(
            row.getLong(1) + " events and balances of " + row.getLong(2) + " cents");
      }
      return row.getLong(1);
    }
  }
}
