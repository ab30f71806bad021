package dev.grains.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.grains.GrainDefinitionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of the store: which version they have, and how they get the next. */
final class Schema {

  /** The version that this library reads and writes. */
  static final int VERSION = 1;

  private static final int ATTEMPTS = 5;

  private final Connection connection;
  private final Dialect dialect;

  Schema(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  /**
   * Does what the mode says.
   *
   * @throws GrainDefinitionException if the tables are not what this library needs
   */
  void prepare(SchemaMode mode) throws SQLException {
    if (mode == SchemaMode.NONE) {
      return;
    }
    int installed = installedVersion();
    if (installed < VERSION && mode == SchemaMode.CREATE) {
      createWithRivals();
      installed = installedVersion();
    }
    check(installed);
  }

  private static void check(int installed) {
    if (installed > VERSION) {
      throw new GrainDefinitionException(
          "the tables of the grain store have schema version "
              + installed
              + ", but this version of grains-jdbc knows "
              + VERSION
              + " only; update grains-jdbc on this member");
    }
    if (installed < VERSION) {
      throw new GrainDefinitionException(
          "the tables of the grain store "
              + (installed == 0 ? "do not exist" : "have schema version " + installed)
              + ", but this version of grains-jdbc needs "
              + VERSION
              + "; run the scripts of dev/grains/jdbc/schema in its jar, or let the store do it with"
              + " SchemaMode.CREATE");
    }
  }

  private int installedVersion() throws SQLException {
    if (!dialect.hasSchema(connection)) {
      return 0;
    }
    return Query.list(
            connection, "select coalesce(max(version), 0) from grain_schema", row -> row.getInt(1))
        .get(0);
  }

  // several members may start at once: where no lock keeps them apart, one fails and looks again
  private void createWithRivals() throws SQLException {
    for (int attempt = 1; installedVersion() < VERSION; attempt++) {
      try {
        create();
      } catch (SQLException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private void create() throws SQLException {
    dialect.lockSchema(connection);
    try {
      for (int version = installedVersion() + 1; version <= VERSION; version++) {
        run("/dev/grains/jdbc/schema/v" + version + "/" + dialect.scripts() + ".sql");
      }
      if (!connection.getAutoCommit()) {
        connection.commit();
      }
    } finally {
      if (!connection.getAutoCommit()) {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  private void run(String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String command : commands(script)) {
        statement.execute(command);
      }
    }
  }

  /** Returns the statements of a script, which end with a semicolon at the end of a line. */
  private static List<String> commands(String script) {
    String text =
        read(script)
            .lines()
            .filter(line -> !line.startsWith("--"))
            .collect(Collectors.joining("\n"));
    return Stream.of(text.split(";\\s*(\n|$)")).filter(command -> !command.isBlank()).toList();
  }

  private static String read(String script) {
    try (InputStream stream =
        Objects.requireNonNull(Schema.class.getResourceAsStream(script), script)) {
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
