package dev.grains.jdbc;

import org.jspecify.annotations.Nullable;

/** A value cannot be stored, however often it is tried. */
final class UnstorableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnstorableException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
