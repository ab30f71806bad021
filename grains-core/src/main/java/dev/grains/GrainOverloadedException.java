package dev.grains;

import org.jspecify.annotations.Nullable;

/**
 * The command was not done because a bounded queue was full: slow down, then send it again.
 *
 * @since 0.1
 */
public final class GrainOverloadedException extends GrainException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message what happened, to which grain, and what to do
   */
  public GrainOverloadedException(String message) {
    this(message, null);
  }

  /**
   * Creates an exception with a cause.
   *
   * @param message what happened, to which grain, and what to do
   * @param cause the cause, if there is one
   */
  public GrainOverloadedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
