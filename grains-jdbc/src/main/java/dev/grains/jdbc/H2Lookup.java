package dev.grains.jdbc;

import dev.grains.GrainId;
import dev.grains.spi.KeyedReply;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Looks at what H2 has stored of a grain that is about to be written. Confined to one thread. */
final class H2Lookup {

  private static final String SNAPSHOT =
      """
      select version, receipts from grain_snapshot where type = ? and "key" = ?""";

  private static final String EVENT =
      """
      select 1 from grain_event where type = ? and "key" = ? and version = ?""";

  private static final String EVENTS =
      """
      select metadata from grain_event where type = ? and "key" = ? and version > ?
      order by version""";

  private static final String DOCUMENT =
      """
      select version, receipts from grain_state where type = ? and "key" = ? for update""";

  private static final String LIVE_KEY =
      """
      select 1 from grain_idempotency
      where type = ? and "key" = ? and idempotency_key = ? and expires_at > ?""";

  private final Connection connection;
  private final JsonText json;

  H2Lookup(Connection connection, JsonText json) {
    this.connection = connection;
    this.json = json;
  }

  private record Row(long version, String receipts) {}

  boolean conflicts(PreparedCommit commit, boolean careful) throws SQLException {
    for (KeyedReply reply : commit.replies()) {
      if (isLive(commit, reply)) {
        return true;
      }
    }
    if (commit.document() != null) {
      List<Row> rows = rows(DOCUMENT, commit.id());
      return (rows.isEmpty() ? 0 : rows.get(0).version()) != commit.expectedVersion();
    }
    return !isPreceded(commit) || careful && hasEvent(commit.id(), commit.expectedVersion() + 1);
  }

  private boolean isPreceded(PreparedCommit commit) throws SQLException {
    return commit.expectedVersion() == 0
        ? rows(SNAPSHOT, commit.id()).isEmpty()
        : hasEvent(commit.id(), commit.expectedVersion());
  }

  private boolean isLive(PreparedCommit commit, KeyedReply reply) throws SQLException {
    try (PreparedStatement statement = prepare(LIVE_KEY, commit.id())) {
      statement.setString(3, reply.key());
      statement.setObject(4, Micros.toTimestamp(commit.micros()));
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  private boolean hasEvent(GrainId id, long version) throws SQLException {
    try (PreparedStatement statement = prepare(EVENT, id)) {
      statement.setLong(3, version);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next();
      }
    }
  }

  /** Returns the receipts that a document has after a commit. */
  String receiptsOfDocument(PreparedCommit commit) throws SQLException {
    ReceiptBook book = new ReceiptBook();
    for (Row row : rows(DOCUMENT, commit.id())) {
      book.add(ReceiptJson.read(json.tree(row.receipts())));
    }
    return write(book, commit);
  }

  /** Returns the receipts that an event-sourced grain has after a commit. */
  String receiptsOfEvents(PreparedCommit commit) throws SQLException {
    ReceiptBook book = new ReceiptBook();
    long from = 0;
    for (Row row : rows(SNAPSHOT, commit.id())) {
      from = row.version();
      book.add(ReceiptJson.read(json.tree(row.receipts())));
    }
    try (PreparedStatement statement = prepare(EVENTS, commit.id())) {
      statement.setLong(3, from);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          book.add(MetadataJson.receipts(json.tree(rows.getString(1))));
        }
      }
    }
    return write(book, commit);
  }

  private String write(ReceiptBook book, PreparedCommit commit) {
    book.add(commit.commit().receipts());
    return json.of(
        generator -> ReceiptJson.write(book.unexpired(commit.commit().at()), generator),
        "a receipt");
  }

  private List<Row> rows(String sql, GrainId id) throws SQLException {
    List<Row> result = new ArrayList<>();
    try (PreparedStatement statement = prepare(sql, id);
        ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        result.add(new Row(rows.getLong(1), rows.getString(2)));
      }
    }
    return result;
  }

  private PreparedStatement prepare(String sql, GrainId id) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setString(1, id.type());
    statement.setString(2, id.key());
    return statement;
  }
}
