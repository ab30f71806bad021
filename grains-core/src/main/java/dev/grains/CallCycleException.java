package dev.grains;

import org.jspecify.annotations.Nullable;

/**
 * The call was refused because the called grain is itself waiting, further up, for the calling
 * grain; it would have waited for ever. The message shows the chain.
 *
 * @since 0.1
 */
public final class CallCycleException extends GrainException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message what happened, to which grain, and what to do
   */
  public CallCycleException(String message) {
    this(message, null);
  }

  /**
   * Creates an exception with a cause.
   *
   * @param message what happened, to which grain, and what to do
   * @param cause the cause, if there is one
   */
  public CallCycleException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
