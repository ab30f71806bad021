package dev.grains.jdbc;

import dev.grains.GrainId;
import dev.grains.spi.KeyedReply;
import dev.grains.spi.ReplyLookup;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Reads the replies to idempotency keys, those of many grains with one query. Thread-safe. */
final class ReplyReader {

  private final Connections connections;
  private final Dialect dialect;

  ReplyReader(Connections connections, Dialect dialect) {
    this.connections = connections;
    this.dialect = dialect;
  }

  private record Wanted(int lookup, GrainId id, String key) {}

  private record Found(int lookup, KeyedReply reply) {

    static Found of(ResultSet row) throws SQLException {
      return new Found(
          row.getInt("n"),
          new KeyedReply(
              row.getString("idempotency_key"),
              row.getObject("expires_at", OffsetDateTime.class).toInstant(),
              row.getBytes("reply")));
    }
  }

  /** Returns for each lookup what is found. */
  List<List<KeyedReply>> read(List<ReplyLookup> lookups, Instant now) {
    List<Wanted> wanted = new ArrayList<>(lookups.size());
    List<List<KeyedReply>> replies = new ArrayList<>(lookups.size());
    for (ReplyLookup lookup : lookups) {
      int number = replies.size();
      lookup.keys().forEach(key -> wanted.add(new Wanted(number, lookup.id(), key)));
      replies.add(new ArrayList<>(0));
    }
    connections
        .read("idempotency keys", connection -> find(connection, wanted, now))
        .forEach(found -> replies.get(found.lookup()).add(found.reply()));
    return replies;
  }

  private List<Found> find(Connection connection, List<Wanted> wanted, Instant now)
      throws SQLException {
    return Query.list(
        connection,
        dialect.planned(dialect.selectReplies()),
        Found::of,
        wanted.stream().map(Wanted::lookup).toArray(Integer[]::new),
        wanted.stream().map(each -> each.id().type()).toArray(String[]::new),
        wanted.stream().map(each -> each.id().key()).toArray(String[]::new),
        wanted.stream().map(Wanted::key).toArray(String[]::new),
        Micros.toTimestamp(Micros.of(now)));
  }
}
