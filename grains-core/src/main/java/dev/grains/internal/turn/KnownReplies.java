package dev.grains.internal.turn;

import org.jspecify.annotations.Nullable;

/** The replies to commands with idempotency keys that were committed, or decided, before. */
@FunctionalInterface
public interface KnownReplies {

  /** Returns the encoded reply to a key, or null if the key is new. */
  byte @Nullable [] reply(String key);
}
