package dev.grains;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

record DefaultCallOptions(
    @Nullable Duration timeout, @Nullable String idempotencyKey, long ifVersion)
    implements CallOptions.Chain {

  static final DefaultCallOptions NONE = new DefaultCallOptions(null, null, -1);

  @Override
  public CallOptions.Chain timeout(Duration timeout) {
    Objects.requireNonNull(timeout, "timeout");
    if (timeout.isZero() || timeout.isNegative()) {
      throw new IllegalArgumentException("timeout must be more than zero, was " + timeout);
    }
    return new DefaultCallOptions(timeout, idempotencyKey, ifVersion);
  }

  @Override
  public CallOptions.Chain idempotencyKey(String key) {
    Objects.requireNonNull(key, "key");
    if (key.isEmpty() || key.length() > MAX_IDEMPOTENCY_KEY_LENGTH || key.indexOf('\0') >= 0) {
      throw new IllegalArgumentException(
          "an idempotency key has 1 to "
              + MAX_IDEMPOTENCY_KEY_LENGTH
              + " characters without NUL, this one has "
              + key.length());
    }
    return new DefaultCallOptions(timeout, key, ifVersion);
  }

  @Override
  public CallOptions.Chain ifVersion(long version) {
    if (version < 0) {
      throw new IllegalArgumentException("ifVersion must not be negative, was " + version);
    }
    return new DefaultCallOptions(timeout, idempotencyKey, version);
  }
}
