package dev.grains.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** An event as it is stored, or a snapshot, which has no event type. */
record StoredRow(
    long version,
    String eventType,
    int format,
    String payload,
    String metadata,
    Instant recordedAt) {

  static StoredRow of(ResultSet row) throws SQLException {
    return new StoredRow(
        row.getLong("version"),
        row.getString("event_type"),
        row.getInt("format"),
        row.getString("payload"),
        row.getString("metadata"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }

  boolean isSnapshot() {
    return eventType.isEmpty();
  }
}
