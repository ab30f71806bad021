package dev.grains.clinic.cli;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;

/** Explains why an application has not started where its user can do something about it. */
final class StartTrouble {

  private static final int H2_IN_USE = 90020;

  private StartTrouble() {}

  static <T> T explain(StoreOptions store, Supplier<T> start) {
    try {
      return start.get();
    } catch (PortInUseException taken) {
      throw new CommandFailure(
          "port " + taken.getPort() + " is in use; name another one with --port", taken);
    } catch (RuntimeException failure) {
      SQLException cause = sqlCause(failure);
      if (cause == null) {
        throw failure;
      }
      throw new CommandFailure(
          cause.getErrorCode() == H2_IN_USE
              ? "another clinic uses the directory "
                  + store.data()
                  + "; stop it, or name another directory with --data"
              : "the store cannot be used: " + cause.getMessage(),
          failure);
    }
  }

  private static @Nullable SQLException sqlCause(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException found) {
        return found;
      }
    }
    return null;
  }
}
