package dev.grains.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A document as it is stored; without a state if it was cleared. */
record StoredDocument(long version, @Nullable String state, String receipts) {

  static StoredDocument of(ResultSet row) throws SQLException {
    return new StoredDocument(
        row.getLong("version"), row.getString("state"), row.getString("receipts"));
  }
}
