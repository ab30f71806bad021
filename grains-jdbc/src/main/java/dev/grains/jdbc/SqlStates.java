package dev.grains.jdbc;

import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** What the states of the SQL standard and of PostgreSQL mean. */
final class SqlStates {

  private static final Set<String> TRY_AGAIN = Set.of("40001", "40P01", "55P03");
  private static final String CONNECTION_WAS_CLOSED = "08003";
  private static final String READ_ONLY = "25006";
  private static final String UNIQUE_VIOLATION = "23505";
  private static final String OUTCOME_UNKNOWN = "40003";
  private static final String CANCELLED = "57014";

  private SqlStates() {}

  static Failure failure(SQLException failure) {
    String state = failure.getSQLState() == null ? "" : failure.getSQLState();
    if (state.equals(UNIQUE_VIOLATION)) {
      return Failure.DUPLICATE;
    }
    if (TRY_AGAIN.contains(state)) {
      return Failure.TRY_AGAIN;
    }
    // the driver says so before it sends anything
    if (state.equals(READ_ONLY) || state.equals(CONNECTION_WAS_CLOSED)) {
      return Failure.TRY_ELSEWHERE;
    }
    if (state.equals(CANCELLED) || state.startsWith("53")) {
      return Failure.UNAVAILABLE;
    }
    return isConnectionLost(failure, state) ? Failure.UNKNOWN : Failure.UNSTORABLE;
  }

  private static boolean isConnectionLost(SQLException failure, String state) {
    return state.startsWith("08")
        || state.startsWith("57")
        || state.startsWith("58")
        || state.equals(OUTCOME_UNKNOWN)
        || failure.getCause() instanceof IOException
        || failure instanceof SQLNonTransientConnectionException
        || failure instanceof SQLTransientConnectionException
        || failure instanceof SQLRecoverableException;
  }
}
