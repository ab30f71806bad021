package dev.grains.clinic.cli;

import org.jspecify.annotations.Nullable;

/** A command cannot be done, for a reason that its user can do something about. */
final class CommandFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CommandFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
