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
    Duration checked = SettingChecks.positive(timeout, "timeout");
    return new DefaultCallOptions(checked, idempotencyKey, ifVersion);
  }

  @Override
  public CallOptions.Chain idempotencyKey(String key) {
    Objects.requireNonNull(key, "key");
    if (key.isEmpty() || key.length() > MAX_IDEMPOTENCY_KEY_LENGTH) {
      throw new IllegalArgumentException(
          "an idempotency key has 1 to "
              + MAX_IDEMPOTENCY_KEY_LENGTH
              + " characters, this one has "
              + key.length());
    }
    int unusable = GrainId.unusable(key);
    if (unusable >= 0) {
      throw new IllegalArgumentException(
          "the idempotency key contains an unusable character at index "
              + unusable
              + "; NUL and unpaired surrogates are not allowed");
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
