package dev.grains.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** The databases that tests run on, one of each kind for all test classes. */
enum TestDatabase {
  H2("jdbc:h2:mem:shared;DB_CLOSE_DELAY=-1"),
  POSTGRES(null);

  private final String url;
  private HikariDataSource pool;

  TestDatabase(String url) {
    this.url = url;
  }

  synchronized DataSource dataSource() {
    if (pool == null) {
      pool = pool(url == null ? SharedPostgres.server().newDatabase("shared") : url);
    }
    return pool;
  }

  static HikariDataSource pool(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(4);
    return new HikariDataSource(config);
  }

  void execute(String sql) throws SQLException {
    execute(dataSource(), sql);
  }

  static void execute(DataSource dataSource, String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  String text(String sql) throws SQLException {
    return text(dataSource(), sql);
  }

  static String text(DataSource dataSource, String sql) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      return rows.next() ? rows.getString(1) : null;
    }
  }
}
