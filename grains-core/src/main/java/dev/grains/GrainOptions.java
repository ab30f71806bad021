package dev.grains;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Settings of one grain type. Immutable; each {@code with} method returns a copy. Times of more
 * than 36,500 days mean "for ever" and count as that.
 *
 * @param idleTimeout how long an activation stays in memory without being called
 * @param maxActive how many activations of the type a member keeps
 * @param policy which of them leave when there are more
 * @param storage where the grains are kept; null for the default of the runtime, and for none for
 *     plain grains
 * @param idempotencyRetention how long idempotency keys are kept
 * @since 0.1
 */
public record GrainOptions(
    Duration idleTimeout,
    int maxActive,
    DeactivationPolicy policy,
    @Nullable Storage storage,
    Duration idempotencyRetention) {

  private static final GrainOptions DEFAULTS =
      new GrainOptions(
          Duration.ofMinutes(15), 10_000, DeactivationPolicy.LRU, null, Duration.ofHours(24));

  /** Checks the values. */
  public GrainOptions {
    idleTimeout = SettingChecks.positive(idleTimeout, "idleTimeout");
    idempotencyRetention = SettingChecks.positive(idempotencyRetention, "idempotencyRetention");
    Objects.requireNonNull(policy, "policy");
    if (maxActive < 1) {
      throw new IllegalArgumentException("maxActive must be 1 or more, was " + maxActive);
    }
  }

  /**
   * Returns the defaults: 15 minutes, 10,000 activations, LRU, keys kept for 24 hours.
   *
   * @return the defaults
   */
  public static GrainOptions defaults() {
    return DEFAULTS;
  }

  /**
   * Returns a copy with another idle timeout.
   *
   * @param value how long an activation stays in memory without being called
   * @return the copy
   */
  public GrainOptions withIdleTimeout(Duration value) {
    return new GrainOptions(value, maxActive, policy, storage, idempotencyRetention);
  }

  /**
   * Returns a copy with another bound.
   *
   * @param value how many activations a member keeps
   * @return the copy
   */
  public GrainOptions withMaxActive(int value) {
    return new GrainOptions(idleTimeout, value, policy, storage, idempotencyRetention);
  }

  /**
   * Returns a copy with another policy.
   *
   * @param value which activations leave when there are too many
   * @return the copy
   */
  public GrainOptions withPolicy(DeactivationPolicy value) {
    return new GrainOptions(idleTimeout, maxActive, value, storage, idempotencyRetention);
  }

  /**
   * Returns a copy with another storage.
   *
   * @param value where the grains are kept
   * @return the copy
   */
  public GrainOptions withStorage(Storage value) {
    return new GrainOptions(idleTimeout, maxActive, policy, value, idempotencyRetention);
  }

  /**
   * Returns a copy that keeps idempotency keys for another time.
   *
   * @param value how long keys are kept
   * @return the copy
   */
  public GrainOptions withIdempotencyRetention(Duration value) {
    return new GrainOptions(idleTimeout, maxActive, policy, storage, value);
  }
}
