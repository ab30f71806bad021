package dev.grains;

import org.jspecify.annotations.Nullable;

/**
 * The outcome is unknown: no reply came before the deadline of the call. The command may have run,
 * or may still run; send it again only with an idempotency key, or ask the grain for its state
 * first.
 *
 * @since 0.1
 */
public final class CallTimeoutException extends GrainException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message what happened, to which grain, and what to do
   */
  public CallTimeoutException(String message) {
    this(message, null);
  }

  /**
   * Creates an exception with a cause.
   *
   * @param message what happened, to which grain, and what to do
   * @param cause the cause, if there is one
   */
  public CallTimeoutException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
