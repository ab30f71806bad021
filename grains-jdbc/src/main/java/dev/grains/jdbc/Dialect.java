package dev.grains.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** What differs between databases. Thread-safe. */
interface Dialect {

  /** Returns the name of the schema scripts. */
  String scripts();

  /** Returns how a JSON parameter is written in a statement. */
  String jsonParameter();

  /** Returns the statement that deletes idempotency keys, given an instant and a number of rows. */
  String deleteExpiredKeys();

  /**
   * Returns the query for the replies to idempotency keys, given an array each of numbers, types
   * and keys of grains, and idempotency keys, and the present.
   */
  String selectReplies();

  /** Returns the text of a statement such that it is planned for the tables as they are by now. */
  String planned(String sql);

  /** Tells whether the table {@code grain_schema} is there. */
  boolean hasSchema(Connection connection) throws SQLException;

  /** Begins a transaction in which nobody else changes the schema, as far as the database can. */
  void lockSchema(Connection connection) throws SQLException;

  /** Warns if the database is set up to forget what it has acknowledged. */
  void checkDurability(Connection connection) throws SQLException;

  /**
   * Writes a group in one transaction, or leaves out those commits that conflict with what is
   * stored.
   *
   * @param careful whether to look for rows that are there already, instead of failing over them
   * @return the commits that were left out
   * @throws SQLException if nothing was written, or nobody knows
   */
  Set<PreparedCommit> write(Connection connection, List<PreparedCommit> group, boolean careful)
      throws SQLException;

  /** Tells what a failure of {@link #write} means. */
  Failure failure(SQLException failure);
}
