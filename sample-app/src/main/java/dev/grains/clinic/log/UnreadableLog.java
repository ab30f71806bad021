package dev.grains.clinic.log;

import org.jspecify.annotations.Nullable;

/** A log that is none: nothing of it can be read. */
public final class UnreadableLog extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Creates a failure that says what is wrong with which file. */
  public UnreadableLog(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
