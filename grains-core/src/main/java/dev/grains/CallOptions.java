package dev.grains;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Options of the calls made through one grain reference. Immutable; each method returns a copy.
 *
 * <p>Start with one of the static methods and go on with those of {@link Chain}: {@code
 * CallOptions.timeout(ofSeconds(2)).ifVersion(7)}.
 *
 * @since 0.1
 */
public sealed interface CallOptions permits CallOptions.Chain {

  /** The longest idempotency key, in characters. */
  int MAX_IDEMPOTENCY_KEY_LENGTH = 200;

  /**
   * Returns options without any setting: the defaults of the runtime.
   *
   * @return the options
   */
  static Chain defaults() {
    return DefaultCallOptions.NONE;
  }

  /**
   * Returns options with a timeout.
   *
   * @param timeout how long the caller waits for a reply, more than zero
   * @return the options
   */
  static Chain timeout(Duration timeout) {
    return DefaultCallOptions.NONE.timeout(timeout);
  }

  /**
   * Returns options with an idempotency key.
   *
   * @param key the caller's own name for the command, unique within the grain
   * @return the options
   */
  static Chain idempotencyKey(String key) {
    return DefaultCallOptions.NONE.idempotencyKey(key);
  }

  /**
   * Returns options with an expected version.
   *
   * @param version the version that the grain must have for the command to run, 0 or more
   * @return the options
   */
  static Chain ifVersion(long version) {
    return DefaultCallOptions.NONE.ifVersion(version);
  }

  /**
   * Returns the time that the caller waits.
   *
   * @return the timeout, or null for the default of the runtime
   */
  @Nullable Duration timeout();

  /**
   * Returns the caller's own name for the command.
   *
   * @return the key, or null for none
   */
  @Nullable String idempotencyKey();

  /**
   * Returns the version that the grain must have.
   *
   * @return the version, or -1 for any
   */
  long ifVersion();

  /** Options to which further ones can be added. */
  sealed interface Chain extends CallOptions permits DefaultCallOptions {

    /**
     * Sets how long the caller waits for a reply. Afterwards the call fails with {@link
     * CallTimeoutException}, and a command that has not started is not run any more.
     *
     * @param timeout the time, more than zero
     * @return a copy with that timeout
     */
    Chain timeout(Duration timeout);

    /**
     * Names the command, so that sending it twice runs it once: the second call gets the first
     * reply. The key is kept with the commit for 24 hours by default and works across callers and
     * restarts. Commands that commit nothing leave no trace and simply run again.
     *
     * @param key 1 to {@value #MAX_IDEMPOTENCY_KEY_LENGTH} characters, unique within the grain
     * @return a copy with that key
     */
    Chain idempotencyKey(String key);

    /**
     * Demands a version: a grain at any other version refuses the command with {@link
     * VersionConflictException}.
     *
     * @param version the version, 0 or more
     * @return a copy with that demand
     */
    Chain ifVersion(long version);
  }
}
