package dev.grains.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL: one statement for each group, which is its own transaction. */
final class PostgresDialect implements Dialect {

  private static final Logger LOG = LoggerFactory.getLogger(PostgresDialect.class);

  /** Spells "grains" and is taken by nobody else. */
  private static final long SCHEMA_LOCK = 0x677261696e73L;

  private final PlanRenewal plans = new PlanRenewal();

  @Override
  public String scripts() {
    return "postgresql";
  }

  @Override
  public String jsonParameter() {
    return "?::jsonb";
  }

  @Override
  public String deleteExpiredKeys() {
    return """
        delete from grain_idempotency where ctid = any (array(
          select ctid from grain_idempotency where expires_at <= ? limit ?
          for update skip locked))""";
  }

  // each key by itself, or the planner may read all keys of a grain, or all that have not expired
  @Override
  public String selectReplies() {
    return """
        select k.n, i.idempotency_key, i.reply, i.expires_at
        from unnest((select ?::int4[]), (select ?::text[]), (select ?::text[]), (select ?::text[]))
          as k(n, type, key, idempotency_key),
        lateral (
          select * from grain_idempotency i
          where i.type = k.type and i.key = k.key and i.idempotency_key = k.idempotency_key
          limit 1) i
        where i.expires_at > ?""";
  }

  @Override
  public String planned(String sql) {
    return plans.planned(sql);
  }

  @Override
  public boolean hasSchema(Connection connection) throws SQLException {
    return "t".equals(queryText(connection, "select to_regclass('grain_schema') is not null"));
  }

  @Override
  public void lockSchema(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_xact_lock(" + SCHEMA_LOCK + ")");
    }
  }

  @Override
  public void checkDurability(Connection connection) throws SQLException {
    for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
      if ("off".equals(queryText(connection, "show " + setting))) {
        LOG.warn(
            "PostgreSQL runs with {} = off: a crash can lose commands that callers were told are"
                + " done; switch it on",
            setting);
      }
    }
  }

  private static String queryText(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Override
  public Set<PreparedCommit> write(
      Connection connection, List<PreparedCommit> group, boolean careful) throws SQLException {
    if (!connection.getAutoCommit()) {
      connection.setAutoCommit(true);
    }
    return PostgresGroup.write(connection, group, careful, plans);
  }

  @Override
  public Failure failure(SQLException failure) {
    return SqlStates.failure(failure);
  }
}
