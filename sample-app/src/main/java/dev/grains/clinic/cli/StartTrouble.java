package dev.grains.clinic.cli;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;

/** Explains why an application has not started where its user can do something about it. */
final class StartTrouble {

  private static final int H2_IN_USE = 90020;
  private static final int H2_DAMAGED = 90030;

  private StartTrouble() {}

  static <T> T explain(StoreOptions store, Supplier<T> start) {
    try {
      return start.get();
    } catch (RuntimeException failure) {
      PortInUseException taken = cause(failure, PortInUseException.class);
      if (taken != null) {
        throw new CommandFailure(
            "port " + taken.getPort() + " is in use; name another one with --port", failure);
      }
      SQLException sql = cause(failure, SQLException.class);
      if (sql != null) {
        throw new CommandFailure(reason(sql, store), failure);
      }
      throw failure;
    }
  }

  private static String reason(SQLException failure, StoreOptions store) {
    return switch (failure.getErrorCode()) {
      case H2_IN_USE ->
          "another clinic uses the directory "
              + store.data()
              + "; stop it, or name another directory with --data";
      case H2_DAMAGED ->
          "the store in "
              + store.data()
              + " is damaged: "
              + failure.getMessage()
              + "; keep a copy of it, or name another directory with --data";
      default -> "the store cannot be used: " + failure.getMessage();
    };
  }

  private static <E extends Throwable> @Nullable E cause(Throwable failure, Class<E> wanted) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (wanted.isInstance(cause)) {
        return wanted.cast(cause);
      }
    }
    return null;
  }
}
