package dev.grains.clinic.files;

import java.io.IOException;
import tools.jackson.core.JacksonException;

/** What does not fit into memory cannot be kept in a file either. */
public final class SpillFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SpillFailure(SpillSpace space, IOException cause) {
    super(
        "what does not fit into memory cannot be kept in "
            + space.directory()
            + ": "
            + FileReason.of(cause)
            + "; make room there, or name another directory with --temp",
        cause);
  }

  /** What to throw instead; where no file is to blame, the failure itself. */
  static RuntimeException of(SpillSpace space, JacksonException failure) {
    // in the middle of an item it is no JacksonIOException: only the cause tells
    return failure.getCause() instanceof IOException cause
        ? new SpillFailure(space, cause)
        : failure;
  }
}
