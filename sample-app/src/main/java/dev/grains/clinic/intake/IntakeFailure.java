package dev.grains.clinic.intake;

import org.jspecify.annotations.Nullable;

/** Patients cannot be told, for a reason that is not in the log. */
public final class IntakeFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Creates a failure that says what could not be done. */
  public IntakeFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
