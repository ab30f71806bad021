package dev.grains.clinic.members;

import org.jspecify.annotations.Nullable;

/** A member could not be started. */
public final class MemberFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Creates a failure that says what the member said last. */
  public MemberFailure(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
