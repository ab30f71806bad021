package dev.grains.jdbc;

import java.sql.SQLException;
import java.util.Set;

/** How one attempt to write a group ended. */
sealed interface Attempt {

  default boolean isWorthRetrying() {
    return false;
  }

  /** Everything is durable but what was left out. */
  record Written(Set<PreparedCommit> leftOut) implements Attempt {}

  /** The database or the way to it failed. */
  record Failed(Failure failure, SQLException cause) implements Attempt {

    @Override
    public boolean isWorthRetrying() {
      return failure == Failure.TRY_AGAIN || failure == Failure.TRY_ELSEWHERE;
    }
  }
}
