package dev.grains.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Purges from time to time as long as there are commits, on a thread of its own for each step, so
 * that no commit waits for it. Thread-safe.
 */
final class Purging {

  private static final Logger LOG = LoggerFactory.getLogger(Purging.class);
  private static final long PATIENCE_MILLIS = 10_000;

  private final Connections connections;
  private final Purge purge;
  private final JdbcGrainStoreOptions options;
  private final AtomicReference<Instant> due;
  private volatile @Nullable Thread running;

  Purging(Connections connections, Purge purge, JdbcGrainStoreOptions options) {
    this.connections = connections;
    this.purge = purge;
    this.options = options;
    this.due = new AtomicReference<>(options.clock().instant().plus(options.purgeEvery()));
  }

  /** Begins a step if it is time for one. */
  void whenDue() {
    Instant now = options.clock().instant();
    Instant next = due.get();
    if (!now.isBefore(next) && due.compareAndSet(next, now.plus(options.purgeEvery()))) {
      Thread thread = new Thread(() -> stepOrWarn(now), "grains-jdbc-purge");
      thread.setDaemon(true);
      running = thread;
      thread.start();
    }
  }

  private void stepOrWarn(Instant now) {
    try {
      step(now, options.purgeRows());
    } catch (SQLException | RuntimeException e) {
      LOG.warn(
          "expired idempotency keys and receipts could not be purged, the next try follows in {}: {}",
          options.purgeEvery(),
          e.toString());
    }
  }

  int step(Instant now, int rows) throws SQLException {
    Connection connection = connections.open();
    try {
      connection.setAutoCommit(true);
      return purge.step(connection, now, rows);
    } finally {
      Connections.close(connection);
    }
  }

  /** Waits for a step that is under way, so that nothing uses the data source afterwards. */
  void close() {
    Thread thread = running;
    try {
      if (thread != null) {
        thread.join(PATIENCE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
