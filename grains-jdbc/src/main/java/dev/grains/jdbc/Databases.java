package dev.grains.jdbc;

import dev.grains.GrainDefinitionException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/** Finds out which database a connection leads to. */
final class Databases {

  private static final int OLDEST_POSTGRES = 13;
  private static final int OLDEST_H2 = 2;

  private Databases() {}

  static Dialect dialect(Connection connection, JsonText json) throws SQLException {
    DatabaseMetaData database = connection.getMetaData();
    String name = database.getDatabaseProductName();
    int version = database.getDatabaseMajorVersion();
    if (name.equals("PostgreSQL") && version >= OLDEST_POSTGRES) {
      return new PostgresDialect();
    }
    if (name.equals("H2") && version >= OLDEST_H2) {
      return new H2Dialect(json);
    }
    throw new GrainDefinitionException(
        "grains cannot be kept in "
            + name
            + " "
            + database.getDatabaseProductVersion()
            + "; use PostgreSQL "
            + OLDEST_POSTGRES
            + " or newer, or H2 "
            + OLDEST_H2
            + ".x");
  }
}
