package dev.grains;

import org.jspecify.annotations.Nullable;

/**
 * The program is wrong: a contract, a grain class or a setting cannot work as written. The message
 * names class, method and remedy.
 *
 * @since 0.1
 */
public final class GrainDefinitionException extends GrainException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message what happened, to which grain, and what to do
   */
  public GrainDefinitionException(String message) {
    this(message, null);
  }

  /**
   * Creates an exception with a cause.
   *
   * @param message what happened, to which grain, and what to do
   * @param cause the cause, if there is one
   */
  public GrainDefinitionException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
