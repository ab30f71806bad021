package dev.grains.internal.codec;

import org.jspecify.annotations.Nullable;

/**
 * Bytes are not what their declared type says: damaged, hostile, or of a version not known here.
 */
public final class WireFormatException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public WireFormatException(String message) {
    super(message);
  }

  public WireFormatException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
