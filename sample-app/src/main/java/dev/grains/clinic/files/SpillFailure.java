package dev.grains.clinic.files;

import java.io.IOException;

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
}
