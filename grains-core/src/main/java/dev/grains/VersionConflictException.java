package dev.grains;

import org.jspecify.annotations.Nullable;

/**
 * The command was not done because the grain was not at the version that the call demanded with
 * {@code ifVersion}: read again and decide again.
 *
 * @since 0.1
 */
public final class VersionConflictException extends GrainException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message what happened, to which grain, and what to do
   */
  public VersionConflictException(String message) {
    this(message, null);
  }

  /**
   * Creates an exception with a cause.
   *
   * @param message what happened, to which grain, and what to do
   * @param cause the cause, if there is one
   */
  public VersionConflictException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
