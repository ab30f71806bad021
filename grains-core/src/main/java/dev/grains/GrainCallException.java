package dev.grains;

import org.jspecify.annotations.Nullable;

/**
 * The grain failed with an exception whose type is not part of its contract. Types named in the
 * {@code throws} clause of a contract method, and the common ones of the JDK, arrive as themselves.
 *
 * @since 0.1
 */
public final class GrainCallException extends GrainException {

  private static final long serialVersionUID = 1L;

  private final String exceptionClass;

  /**
   * Creates an exception.
   *
   * @param exceptionClass the name of the class that the grain threw
   * @param message what happened, to which grain, with the message of the original
   * @param cause the original, where it was thrown in this JVM
   */
  public GrainCallException(String exceptionClass, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.exceptionClass = exceptionClass;
  }

  /**
   * Returns the name of the class that the grain threw.
   *
   * @return a class name, which need not exist in this JVM
   */
  public String exceptionClass() {
    return exceptionClass;
  }
}
