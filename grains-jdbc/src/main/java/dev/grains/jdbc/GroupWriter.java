package dev.grains.jdbc;

import dev.grains.jdbc.Attempt.Failed;
import dev.grains.jdbc.Attempt.Written;
import dev.grains.spi.CommitResult;
import dev.grains.spi.CommitResult.Committed;
import dev.grains.spi.CommitResult.Conflict;
import dev.grains.spi.CommitResult.Rejected;
import dev.grains.spi.CommitResult.Unavailable;
import dev.grains.spi.CommitResult.Unknown;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/*
 * Writes a group, and finds out what is wrong when that fails.
 *
 * The common path is one attempt. A group that fails because a row is there already is written once
 * more, carefully: the database then leaves out the conflicts it sees. If that fails too, or if
 * something in the group cannot be stored, the group is halved until the culprit stands alone.
 * Failures of the moment are tried again as a whole, for a bounded time; a lost connection is not,
 * because nobody knows what became of the group.
 */
final class GroupWriter {

  private static final int MAX_ATTEMPTS = 100;

  private final Connections connections;
  private final Dialect dialect;
  private final Duration retryFor;

  GroupWriter(Connections connections, Dialect dialect, Duration retryFor) {
    this.connections = connections;
    this.dialect = dialect;
    this.retryFor = retryFor;
  }

  /** Writes a group and puts the outcome of each commit at its index. */
  void write(List<PreparedCommit> group, CommitResult[] results) {
    write(group, false, results);
  }

  private void write(List<PreparedCommit> group, boolean careful, CommitResult[] results) {
    Attempt attempt = attemptInTime(group, careful);
    if (attempt instanceof Written written) {
      written(group, written.leftOut(), results);
    } else if (attempt instanceof Failed failed) {
      failed(group, careful, failed, results);
    }
  }

  private void failed(
      List<PreparedCommit> group, boolean careful, Failed failed, CommitResult[] results) {
    switch (failed.failure()) {
      case DUPLICATE -> {
        if (careful) {
          halve(group, Conflict.INSTANCE, results);
        } else {
          write(group, true, results);
        }
      }
      case UNSTORABLE -> halve(group, rejected(group.get(0), failed.cause()), results);
      case UNKNOWN -> all(group, new Unknown(failed.cause()), results);
      case TRY_AGAIN, TRY_ELSEWHERE, UNAVAILABLE ->
          all(group, new Unavailable(failed.cause()), results);
    }
  }

  private static void written(
      List<PreparedCommit> group, Set<PreparedCommit> leftOut, CommitResult[] results) {
    for (PreparedCommit commit : group) {
      results[commit.index()] = leftOut.contains(commit) ? Conflict.INSTANCE : Committed.INSTANCE;
    }
  }

  private void halve(List<PreparedCommit> group, CommitResult ifAlone, CommitResult[] results) {
    if (group.size() == 1) {
      all(group, ifAlone, results);
    } else {
      write(group.subList(0, group.size() / 2), true, results);
      write(group.subList(group.size() / 2, group.size()), true, results);
    }
  }

  private static void all(List<PreparedCommit> group, CommitResult result, CommitResult[] results) {
    group.forEach(commit -> results[commit.index()] = result);
  }

  private static Rejected rejected(PreparedCommit commit, SQLException cause) {
    return new Rejected(
        new UnstorableException(
            "the commit of grain "
                + commit.id()
                + " from version "
                + commit.expectedVersion()
                + " to "
                + commit.commit().newVersion()
                + " is refused by the database: "
                + cause.getMessage(),
            cause));
  }

  private Attempt attemptInTime(List<PreparedCommit> group, boolean careful) {
    long start = System.nanoTime();
    Attempt attempt = attempt(group, careful);
    for (int attempts = 1;
        attempt.isWorthRetrying()
            && attempts < MAX_ATTEMPTS
            && System.nanoTime() - start < retryFor.toNanos();
        attempts++) {
      attempt = attempt(group, careful);
    }
    return attempt;
  }

  private Attempt attempt(List<PreparedCommit> group, boolean careful) {
    Connection connection;
    try {
      connection = connections.open();
    } catch (SQLException e) {
      // a pool that has none to give has already waited for one
      return new Failed(
          e instanceof SQLTransientException ? Failure.TRY_AGAIN : Failure.UNAVAILABLE, e);
    }
    try {
      return new Written(dialect.write(connection, group, careful));
    } catch (SQLException e) {
      Failure failure = dialect.failure(e);
      if (failure == Failure.TRY_ELSEWHERE) {
        Connections.abort(connection);
      }
      return new Failed(failure, e);
    } catch (RuntimeException e) {
      return new Failed(Failure.UNKNOWN, new SQLException("the driver has failed: " + e, e));
    } finally {
      Connections.close(connection);
    }
  }
}
