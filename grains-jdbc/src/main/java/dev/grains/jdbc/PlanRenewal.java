package dev.grains.jdbc;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets PostgreSQL plan its statements anew while the tables grow. Thread-safe.
 *
 * <p>It keeps a plan until a table is analyzed. To a table of a few rows the best plan is to read
 * it from one end to the other, and what has been planned like that would go on doing so for a
 * minute or more when the table fills up: in the time that an autovacuum leaves, a loaded store
 * writes millions of rows. So whenever this store has doubled the number of rows that it has added
 * to one of the tables, the statements are given another text, by a comment; and also whenever it
 * has doubled the number of documents that it has written over, each of which leaves a dead row.
 */
final class PlanRenewal {

  /** A table that has got so many rows is read by its primary key. */
  private static final int ROWS_OF_A_SMALL_TABLE = 128;

  private record Marked(int generation, String sql) {}

  private final AtomicLong events = new AtomicLong();
  private final AtomicLong snapshots = new AtomicLong();
  private final AtomicLong documents = new AtomicLong();
  private final AtomicLong changes = new AtomicLong();
  private final AtomicLong keys = new AtomicLong();
  private final Map<String, Marked> statements = new ConcurrentHashMap<>();

  /** Counts what a statement has written. */
  void written(PostgresParts parts) {
    parts.eventCommits().forEach(commit -> events.addAndGet(parts.at(commit).events().size()));
    snapshots.addAndGet(parts.snapshots().size());
    parts
        .documents()
        .forEach(
            commit ->
                (parts.at(commit).expectedVersion() == 0 ? documents : changes).incrementAndGet());
    parts.keyed().forEach(commit -> keys.addAndGet(parts.at(commit).replies().size()));
  }

  /** Returns a statement such that it is planned for the tables as they are by now. */
  String planned(String sql) {
    int generation =
        doublings(events)
            + doublings(snapshots)
            + doublings(documents)
            + doublings(changes)
            + doublings(keys);
    Marked marked = statements.get(sql);
    if (marked == null || marked.generation() != generation) {
      marked = new Marked(generation, "/* plan " + generation + " */ " + sql);
      statements.put(sql, marked);
    }
    return marked.sql();
  }

  private static int doublings(AtomicLong rows) {
    return Long.SIZE - Long.numberOfLeadingZeros(rows.get() / ROWS_OF_A_SMALL_TABLE);
  }
}
