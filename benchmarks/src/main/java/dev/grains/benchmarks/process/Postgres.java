package dev.grains.benchmarks.process;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * A PostgreSQL of its own, empty, on loopback, that really writes to disk before it says so.
 * Confined to one thread.
 */
public final class Postgres implements AutoCloseable {

  /** What every contender's database is started with. */
  public static final Map<String, String> SETTINGS =
      Map.of(
          "fsync", "on",
          "synchronous_commit", "on",
          "full_page_writes", "on",
          "shared_buffers", "256MB",
          "max_wal_size", "4GB",
          "max_connections", "100");

  private final EmbeddedPostgres server;
  private int databases;

  private Postgres(EmbeddedPostgres server) {
    this.server = server;
  }

  /**
   * Starts a server with a new data directory.
   *
   * @return the server
   * @throws IOException if it cannot be started
   * @throws SQLException if it would not be durable
   */
  public static Postgres start() throws IOException, SQLException {
    EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
    SETTINGS.forEach(builder::setServerConfig);
    Postgres postgres = new Postgres(builder.start());
    try {
      postgres.checkDurable();
    } catch (SQLException | RuntimeException e) {
      postgres.close();
      throw e;
    }
    return postgres;
  }

  /**
   * Creates an empty database.
   *
   * @return its JDBC URL with a user; further parameters can be added with {@code &}
   * @throws SQLException if it cannot be created
   */
  public String newDatabase() throws SQLException {
    String name = "benchmark" + databases++;
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    }
    return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + name + "?user=postgres";
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  private void checkDurable() throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String setting : new String[] {"fsync", "synchronous_commit"}) {
        try (ResultSet row = statement.executeQuery("show " + setting)) {
          if (!row.next() || !row.getString(1).equals("on")) {
            throw new IllegalStateException(setting + " is off: no figure would be of use");
          }
        }
      }
    }
  }
}
