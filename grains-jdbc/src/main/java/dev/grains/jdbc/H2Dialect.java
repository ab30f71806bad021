package dev.grains.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** H2: JDBC batches in a transaction, forced to disk before anybody is told. */
final class H2Dialect implements Dialect {

  private static final Logger LOG = LoggerFactory.getLogger(H2Dialect.class);

  private static final Set<String> TRY_AGAIN = Set.of("40001", "90131", "HYT00");
  private static final Set<String> CLOSED =
      Set.of("90007", "90067", "90098", "90121", "90135", "57014");
  private static final String UNIQUE_VIOLATION = "23505";

  private final JsonText json;
  private volatile boolean checkpoints = true;

  H2Dialect(JsonText json) {
    this.json = json;
  }

  @Override
  public String scripts() {
    return "h2";
  }

  @Override
  public String jsonParameter() {
    return "?";
  }

  @Override
  public String deleteExpiredKeys() {
    return "delete from grain_idempotency where expires_at <= ? fetch first ? rows only";
  }

  // a join, because a condition with any(?) is not looked up in the index
  @Override
  public String selectReplies() {
    return """
        select k.n, i.idempotency_key, i.reply, i.expires_at
        from unnest(?, ?, ?, ?) k(n, type, "key", idempotency_key)
        join grain_idempotency i on i.type = k.type and i."key" = k."key"
          and i.idempotency_key = k.idempotency_key
        where i.expires_at > ?""";
  }

  /** Returns the same statement: H2 has not been seen to keep a plan that no longer fits. */
  @Override
  public String planned(String sql) {
    return sql;
  }

  @Override
  public boolean hasSchema(Connection connection) throws SQLException {
    try (PreparedStatement statement =
            connection.prepareStatement(
                "select count(*) from information_schema.tables"
                    + " where lower(table_name) = 'grain_schema' and table_schema = schema()");
        ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getInt(1) > 0;
    }
  }

  /** Does nothing: H2 commits at every {@code create table}, so its scripts can be run twice. */
  @Override
  public void lockSchema(Connection connection) throws SQLException {
    connection.setAutoCommit(true);
  }

  @Override
  public void checkDurability(Connection connection) throws SQLException {
    checkpoints = !connection.getMetaData().getURL().startsWith("jdbc:h2:mem:");
    try {
      checkpoint(connection);
    } catch (SQLException e) {
      checkpoints = false;
      LOG.warn(
          "H2 writes to disk with a delay, and this user may not force it ({}): a crash can lose"
              + " commands that callers were told are done; grant the user admin rights",
          e.getMessage());
    }
  }

  @Override
  public Set<PreparedCommit> write(
      Connection connection, List<PreparedCommit> group, boolean careful) throws SQLException {
    connection.setAutoCommit(false);
    try (H2Group writing = new H2Group(connection, json)) {
      Set<PreparedCommit> leftOut = writing.write(group, careful);
      commit(connection);
      return leftOut;
    } catch (SQLException | RuntimeException e) {
      rollback(connection, e);
      throw e;
    }
  }

  private static void rollback(Connection connection, Exception reason) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      reason.addSuppressed(e);
    }
  }

  private void commit(Connection connection) throws SQLException {
    try {
      connection.commit();
      checkpoint(connection);
    } catch (SQLException e) {
      throw new UncertainCommitException(e);
    }
  }

  // a commit alone stays in memory for up to the WRITE_DELAY of the database
  private void checkpoint(Connection connection) throws SQLException {
    if (checkpoints) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("checkpoint sync");
      }
    }
  }

  @Override
  public Failure failure(SQLException failure) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    if (failure instanceof UncertainCommitException) {
      return Failure.UNKNOWN;
    }
    if (state.equals(UNIQUE_VIOLATION)) {
      return Failure.DUPLICATE;
    }
    if (TRY_AGAIN.contains(state)) {
      return Failure.TRY_AGAIN;
    }
    return state.startsWith("08") || CLOSED.contains(state)
        ? Failure.UNAVAILABLE
        : Failure.UNSTORABLE;
  }
}
