package dev.grains.jdbc;

import dev.grains.spi.StoreUnavailableException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens connections that do not wait for ever. Thread-safe. */
final class Connections {

  private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
  private static final int READ_ATTEMPTS = 3;

  private final DataSource dataSource;
  private final int networkTimeoutMillis;

  Connections(DataSource dataSource, Duration networkTimeout) {
    this.dataSource = dataSource;
    this.networkTimeoutMillis = (int) Math.min(Integer.MAX_VALUE, networkTimeout.toMillis());
  }

  interface Reading<T> {
    T read(Connection connection) throws SQLException;
  }

  /** Opens a connection; its auto-commit mode is that of the data source. */
  Connection open() throws SQLException {
    Connection connection = connect();
    try {
      if (connection.getNetworkTimeout() == 0) {
        connection.setNetworkTimeout(Runnable::run, networkTimeoutMillis);
      }
      return connection;
    } catch (SQLException | RuntimeException e) {
      close(connection);
      throw e;
    }
  }

  private Connection connect() throws SQLException {
    try {
      return dataSource.getConnection();
    } catch (RuntimeException e) {
      throw new SQLException("the data source gives no connection: " + e.getMessage(), e);
    }
  }

  /** Closes a connection; that it cannot be given back changes nothing for the work done on it. */
  static void close(Connection connection) {
    try {
      connection.close();
    } catch (SQLException | RuntimeException e) {
      LOG.debug("a connection could not be closed", e);
    }
  }

  /** Breaks a connection, so that its pool does not hand it out again. */
  static void abort(Connection connection) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException | RuntimeException e) {
      LOG.debug("a connection could not be aborted", e);
    }
  }

  /**
   * Reads, and reads again on another connection if this one turns out to be broken.
   *
   * @param what what is read, for messages
   * @throws StoreUnavailableException if the database cannot be reached
   */
  <T> T read(String what, Reading<T> reading) {
    SQLException earlier = null;
    for (int attempt = 1; ; attempt++) {
      try {
        return readOnce(reading);
      } catch (SQLException e) {
        if (earlier != null) {
          e.addSuppressed(earlier);
        }
        earlier = e;
        if (attempt == READ_ATTEMPTS) {
          throw new StoreUnavailableException(what + " could not be read: " + e.getMessage(), e);
        }
      }
    }
  }

  private <T> T readOnce(Reading<T> reading) throws SQLException {
    Connection connection = open();
    try {
      if (!connection.getAutoCommit()) {
        connection.setAutoCommit(true);
      }
      return reading.read(connection);
    } finally {
      close(connection);
    }
  }
}
