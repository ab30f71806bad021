package dev.grains.benchmarks.process;

import dev.grains.jdbc.PostgresServer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * A PostgreSQL of its own, empty, on loopback, that really writes to disk before it says so.
 * Confined to one thread.
 */
public final class Postgres implements AutoCloseable {

  /** What every contender's database runs with. */
  public static final Map<String, String> SETTINGS =
      Map.of(
          "fsync", "on",
          "synchronous_commit", "on",
          "full_page_writes", "on",
          "shared_buffers", "128MB",
          "max_wal_size", "4GB",
          "max_connections", "100");

  private final PostgresServer server;
  private int databases;

  private Postgres(PostgresServer server) {
    this.server = server;
  }

  /**
   * Starts a server with a new data directory.
   *
   * @return the server
   * @throws SQLException if its settings are not those of {@link #SETTINGS}
   */
  public static Postgres start() throws SQLException {
    Postgres postgres = new Postgres(PostgresServer.start());
    try {
      postgres.configure();
      return postgres;
    } catch (SQLException | RuntimeException e) {
      postgres.close();
      throw e;
    }
  }

  /**
   * Creates an empty database.
   *
   * @return its JDBC URL with a user; further parameters can be added with {@code &}
   */
  public String newDatabase() {
    return server.newDatabase("benchmark" + databases++);
  }

  /**
   * Writes what is only in the memory of the server to its data files.
   *
   * @throws SQLException if the server cannot
   */
  public void checkpoint() throws SQLException {
    execute(server.url(), "checkpoint");
  }

  /**
   * Does at once what the server's autovacuum would do some time later.
   *
   * @param database the JDBC URL of the database
   * @throws SQLException if the server cannot
   */
  public static void tidy(String database) throws SQLException {
    execute(database, "vacuum (analyze)");
  }

  @Override
  public void close() {
    server.close();
  }

  private static void execute(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private void configure() throws SQLException {
    try (Connection connection = DriverManager.getConnection(server.url());
        Statement statement = connection.createStatement()) {
      statement.execute("alter system set max_wal_size = '4GB'");
      statement.execute("select pg_reload_conf()");
    }
    // the server reads its configuration again at its leisure; a session begun later sees it
    try (Connection connection = DriverManager.getConnection(server.url());
        Statement statement = connection.createStatement()) {
      for (Map.Entry<String, String> setting : SETTINGS.entrySet()) {
        check(statement, setting.getKey(), setting.getValue());
      }
    }
  }

  private static void check(Statement statement, String name, String wanted) throws SQLException {
    try (ResultSet row = statement.executeQuery("show " + name)) {
      row.next();
      if (!row.getString(1).equals(wanted)) {
        throw new IllegalStateException(
            name
                + " is "
                + row.getString(1)
                + " and not "
                + wanted
                + ": no figure would be of use");
      }
    }
  }
}
