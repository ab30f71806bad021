package dev.grains;

import org.jspecify.annotations.Nullable;

/**
 * A failure of the framework, as opposed to one of the domain. There is one subclass for each
 * reaction of the caller.
 *
 * @since 0.1
 */
public abstract sealed class GrainException extends RuntimeException
    permits GrainUnavailableException,
        GrainOverloadedException,
        CallTimeoutException,
        VersionConflictException,
        CallCycleException,
        GrainDefinitionException,
        GrainCallException {

  private static final long serialVersionUID = 1L;

  GrainException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
