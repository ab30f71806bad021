package dev.grains.jdbc;

import java.util.Locale;

/** The PostgreSQL server of all tests that leave it running; started once, gone with the JVM. */
final class SharedPostgres {

  private static final class Running {
    static final PostgresServer SERVER = PostgresServer.start();
  }

  private SharedPostgres() {}

  static PostgresServer server() {
    return Running.SERVER;
  }

  /** Creates an empty database for a test class and returns its JDBC address. */
  static String newDatabase(Class<?> test) {
    return server().newDatabase(test.getSimpleName().toLowerCase(Locale.ROOT));
  }
}
