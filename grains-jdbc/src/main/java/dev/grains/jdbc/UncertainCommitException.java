package dev.grains.jdbc;

import java.sql.SQLException;

/** The database failed while it was committing. */
final class UncertainCommitException extends SQLException {

  private static final long serialVersionUID = 1L;

  UncertainCommitException(SQLException cause) {
    super(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
  }
}
