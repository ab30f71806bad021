package dev.grains.jdbc;

import dev.grains.GrainId;
import dev.grains.spi.KeyedReply;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes one group to H2 with one JDBC batch for each kind of row. Confined to one thread. */
final class H2Group implements AutoCloseable {

  private static final String INSERT_EVENT =
      """
      insert into grain_event
        (type, "key", version, event_type, format, payload, metadata, recorded_at)
      values (?, ?, ?, ?, ?, ?, ?, ?)""";

  private static final String INSERT_DOCUMENT =
      """
      insert into grain_state (state, receipts, version, changed_at, type, "key")
      values (?, ?, ?, ?, ?, ?)""";

  private static final String UPDATE_DOCUMENT =
      """
      update grain_state set state = ?, receipts = ?, version = ?, changed_at = ?
      where type = ? and "key" = ?""";

  private static final String MERGE_SNAPSHOT =
      """
      merge into grain_snapshot (type, "key", version, format, state, receipts, taken_at)
      key (type, "key") values (?, ?, ?, ?, ?, ?, ?)""";

  private static final String MERGE_KEY =
      """
      merge into grain_idempotency
        (type, "key", idempotency_key, reply, created_at, expires_at)
      key (type, "key", idempotency_key) values (?, ?, ?, ?, ?, ?)""";

  private static final String DELETE_EVENTS =
      """
      delete from grain_event where type = ? and "key" = ? and version <= ?""";

  private final Connection connection;
  private final H2Lookup lookup;
  private final Map<String, PreparedStatement> batches = new LinkedHashMap<>();

  H2Group(Connection connection, JsonText json) {
    this.connection = connection;
    this.lookup = new H2Lookup(connection, json);
  }

  /** Writes the group but does not commit; returns what was left out because it conflicts. */
  Set<PreparedCommit> write(List<PreparedCommit> group, boolean careful) throws SQLException {
    Set<PreparedCommit> leftOut = Collections.newSetFromMap(new IdentityHashMap<>());
    List<PreparedCommit> trimmed = new ArrayList<>();
    for (PreparedCommit commit : group) {
      if (lookup.conflicts(commit, careful)) {
        leftOut.add(commit);
      } else {
        add(commit);
        if (commit.snapshot() != null && commit.snapshot().deleteOlderEvents()) {
          trimmed.add(commit);
        }
      }
    }
    for (PreparedCommit commit : trimmed) {
      batch(DELETE_EVENTS, commit.id().type(), commit.id().key(), commit.expectedVersion());
    }
    for (PreparedStatement batch : batches.values()) {
      batch.executeBatch();
    }
    return leftOut;
  }

  private void add(PreparedCommit commit) throws SQLException {
    if (commit.document() != null) {
      addDocument(commit, commit.document());
    }
    if (commit.snapshot() != null) {
      addSnapshot(commit, commit.snapshot());
    }
    addEvents(commit);
    addKeys(commit);
  }

  private void addEvents(PreparedCommit commit) throws SQLException {
    GrainId id = commit.id();
    for (PreparedEvent event : commit.events()) {
      batch(
          INSERT_EVENT,
          id.type(),
          id.key(),
          event.version(),
          event.eventType(),
          event.format(),
          event.payload(),
          event.metadata(),
          Micros.toTimestamp(commit.micros()));
    }
  }

  private void addDocument(PreparedCommit commit, PreparedDocument document) throws SQLException {
    batch(
        commit.expectedVersion() == 0 ? INSERT_DOCUMENT : UPDATE_DOCUMENT,
        document.state(),
        lookup.receiptsOfDocument(commit),
        commit.commit().newVersion(),
        Micros.toTimestamp(commit.micros()),
        commit.id().type(),
        commit.id().key());
  }

  private void addSnapshot(PreparedCommit commit, PreparedSnapshot snapshot) throws SQLException {
    batch(
        MERGE_SNAPSHOT,
        commit.id().type(),
        commit.id().key(),
        commit.commit().newVersion(),
        snapshot.format(),
        snapshot.state(),
        lookup.receiptsOfEvents(commit),
        Micros.toTimestamp(commit.micros()));
  }

  private void addKeys(PreparedCommit commit) throws SQLException {
    for (KeyedReply reply : commit.replies()) {
      batch(
          MERGE_KEY,
          commit.id().type(),
          commit.id().key(),
          reply.key(),
          reply.reply(),
          Micros.toTimestamp(commit.micros()),
          Micros.toTimestamp(Micros.ceiling(reply.expiresAt())));
    }
  }

  private void batch(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = batches.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      batches.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    statement.addBatch();
  }

  @Override
  public void close() throws SQLException {
    for (PreparedStatement batch : batches.values()) {
      batch.close();
    }
  }
}
