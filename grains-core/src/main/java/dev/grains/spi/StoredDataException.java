package dev.grains.spi;

import org.jspecify.annotations.Nullable;

/**
 * What is stored of a grain cannot be understood: an unknown event type, broken data, a gap. The
 * grain refuses to activate; others are untouched.
 *
 * @since 0.1
 */
public final class StoredDataException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates an exception.
   *
   * @param message grain, version and type of what cannot be understood, and what to do
   * @param cause the failure to read it, if there is one
   */
  public StoredDataException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
