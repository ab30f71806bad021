package dev.grains.jdbc;

import dev.grains.GrainId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is stored of a grain, each call with one query. Thread-safe. */
final class GrainReader {

  /** How many events are read at a time: a stream is never held as one list. */
  static final int PAGE = 200;

  // ordered by the whole primary key, or H2 sorts the rest of the stream for each page
  private static final String STREAM =
      """
      (select 0 as part, version, '' as event_type, format, state as payload,
          receipts as metadata, taken_at as recorded_at
        from grain_snapshot where type = ? and "key" = ? and format = ?)
      union all
      (select 1, version, event_type, format, payload, metadata, recorded_at
        from grain_event
        where type = ? and "key" = ? and version > coalesce((select version from grain_snapshot
          where type = ? and "key" = ? and format = ?), 0)
        order by type, "key", version limit ?)
      order by part, version""";

  private static final String EVENTS =
      """
      select version, event_type, format, payload, metadata, recorded_at
      from grain_event where type = ? and "key" = ? and version > ?
      order by type, "key", version limit ?""";

  private static final String DOCUMENT =
      """
      select version, state, receipts from grain_state where type = ? and "key" = ?""";

  private final Connections connections;
  private final Dialect dialect;

  GrainReader(Connections connections, Dialect dialect) {
    this.connections = connections;
    this.dialect = dialect;
  }

  /**
   * Returns the snapshot, if there is one of this format, and the first page of events behind it.
   */
  List<StoredRow> stream(GrainId id, int format) {
    String type = id.type();
    String key = id.key();
    return list(id, STREAM, StoredRow::of, type, key, format, type, key, type, key, format, PAGE);
  }

  /** Returns the page of events behind a version. */
  List<StoredRow> events(GrainId id, long afterVersion) {
    return list(id, EVENTS, StoredRow::of, id.type(), id.key(), afterVersion, PAGE);
  }

  @Nullable StoredDocument document(GrainId id) {
    return first(list(id, DOCUMENT, StoredDocument::of, id.type(), id.key()));
  }

  private <T> List<T> list(GrainId id, String sql, Query.Row<T> row, Object... parameters) {
    return connections.read(
        "grain " + id, connection -> Query.list(connection, dialect.planned(sql), row, parameters));
  }

  private static <T> @Nullable T first(List<T> rows) {
    return rows.isEmpty() ? null : rows.get(0);
  }
}
