package dev.grains;

import org.jspecify.annotations.Nullable;

/**
 * The command was not done and may be sent again later: the owner, its partition or the store could
 * not be reached.
 *
 * @since 0.1
 */
public final class GrainUnavailableException extends GrainException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message what happened, to which grain, and what to do
   */
  public GrainUnavailableException(String message) {
    this(message, null);
  }

  /**
   * Creates an exception with a cause.
   *
   * @param message what happened, to which grain, and what to do
   * @param cause the cause, if there is one
   */
  public GrainUnavailableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
