package dev.grains.jdbc;

import dev.grains.spi.Receipt;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Removes what has expired, a bounded number of rows at a time: idempotency keys by their expiry,
 * receipts by walking through documents and snapshots. One thread at a time.
 */
final class Purge {

  private static final String PAGE =
      """
      select type, "key", version, receipts from %s
      where type >= ? and (type, "key") > (?, ?) order by type, "key" limit ?""";

  private static final String REPLACE =
      """
      update %s set receipts = %s where type = ? and "key" = ? and version = ?""";

  private final Dialect dialect;
  private final JsonText json;
  private final Walk documents = new Walk("grain_state");
  private final Walk snapshots = new Walk("grain_snapshot");

  Purge(Dialect dialect, JsonText json) {
    this.dialect = dialect;
    this.json = json;
  }

  private record Row(String type, String key, long version, String receipts) {}

  /** Does one step and returns how many rows it has deleted or changed. */
  synchronized int step(Connection connection, Instant now, int rows) throws SQLException {
    int keys =
        Query.update(
            connection,
            dialect.planned(dialect.deleteExpiredKeys()),
            Micros.toTimestamp(Micros.of(now)),
            rows);
    return keys + documents.step(connection, now, rows) + snapshots.step(connection, now, rows);
  }

  /** A walk through the rows of a table, which begins anew at its end. */
  private final class Walk {

    private final String table;
    private String type = "";
    private String key = "";

    Walk(String table) {
      this.table = table;
    }

    int step(Connection connection, Instant now, int limit) throws SQLException {
      List<Row> page =
          Query.list(
              connection,
              dialect.planned(PAGE.formatted(table)),
              row -> new Row(row.getString(1), row.getString(2), row.getLong(3), row.getString(4)),
              type,
              type,
              key,
              limit);
      boolean end = page.size() < limit;
      type = end ? "" : page.get(page.size() - 1).type();
      key = end ? "" : page.get(page.size() - 1).key();
      int changed = 0;
      for (Row row : page) {
        String unexpired = unexpired(row, now);
        if (unexpired != null) {
          changed += replace(connection, row, unexpired);
        }
      }
      return changed;
    }

    // a commit that comes between has another version and prunes by itself
    private int replace(Connection connection, Row row, String receipts) throws SQLException {
      return Query.update(
          connection,
          dialect.planned(REPLACE.formatted(table, dialect.jsonParameter())),
          receipts,
          row.type(),
          row.key(),
          row.version());
    }
  }

  private @Nullable String unexpired(Row row, Instant now) {
    if (row.receipts().equals("{}")) {
      return null;
    }
    List<Receipt> receipts = ReceiptJson.read(json.tree(row.receipts()));
    List<Receipt> unexpired =
        receipts.stream().filter(receipt -> receipt.expiresAt().isAfter(now)).toList();
    return unexpired.size() == receipts.size()
        ? null
        : json.of(generator -> ReceiptJson.write(unexpired, generator), "a receipt");
  }
}
