package dev.grains.jdbc.cluster;

import dev.grains.jdbc.PostgresServer;

/** The PostgreSQL server of the cluster tests that leave it running. */
final class Databases {

  private static final class Running {
    static final PostgresServer SERVER = PostgresServer.start();
  }

  private Databases() {}

  /** Creates an empty database and returns its JDBC address. */
  static String newDatabase(String name) {
    return Running.SERVER.newDatabase(name);
  }

  static int port() {
    return Running.SERVER.port();
  }
}
