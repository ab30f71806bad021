package dev.grains.benchmarks.compare.plain;

import dev.grains.benchmarks.compare.Deposit;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import tools.jackson.databind.json.JsonMapper;

/** Select, check, update where the version still fits, insert the event, commit; or start again. */
final class AccountService {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final DataSource pool;
  private final String select;

  AccountService(DataSource pool, Lock lock) {
    this.pool = pool;
    this.select =
        "select balance, version from account where id = ?"
            + (lock == Lock.FOR_UPDATE ? " for update" : "");
  }

  long deposit(String account, Deposit deposit) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      while (true) {
        Row row = read(connection, select, account);
        long balance = row.balance() + deposit.checked().cents();
        if (update(connection, account, balance, row.version())) {
          insert(connection, account, row.version() + 1, deposit);
          connection.commit();
          return balance;
        }
        connection.rollback();
      }
    }
  }

  long balance(String account) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      Row row = read(connection, "select balance, version from account where id = ?", account);
      connection.commit();
      return row.balance();
    }
  }

  private static Row read(Connection connection, String select, String account)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(select)) {
      statement.setString(1, account);
      try (ResultSet row = statement.executeQuery()) {
        row.next();
        return new Row(row.getLong(1), row.getLong(2));
      }
    }
  }

  private static boolean update(Connection connection, String account, long balance, long version)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "update account set balance = ?, version = version + 1 where id = ? and version = ?")) {
      statement.setLong(1, balance);
      statement.setString(2, account);
      statement.setLong(3, version);
      return statement.executeUpdate() == 1;
    }
  }

  private static void insert(Connection connection, String account, long version, Deposit deposit)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(
            "insert into account_event(account, version, payload) values (?, ?, ?::jsonb)")) {
      statement.setString(1, account);
      statement.setLong(2, version);
      statement.setString(3, JSON.writeValueAsString(deposit));
      statement.executeUpdate();
    }
  }

  private record Row(long balance, long version) {}
}
