package dev.grains.internal.activation;

import dev.grains.internal.call.Batch;
import dev.grains.spi.KeyedReply;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The idempotency keys that an activation has seen lately, with their replies. One that is
 * forgotten here is still known to the store. Confined to turns.
 */
final class RecentKeys {

  private final int bound;
  private @Nullable Map<String, KeyedReply> replies;

  RecentKeys(int bound) {
    this.bound = bound;
  }

  void add(List<KeyedReply> added) {
    if (added.isEmpty()) {
      return;
    }
    Map<String, KeyedReply> known = replies;
    if (known == null) {
      known = new LinkedHashMap<>();
      replies = known;
    }
    for (KeyedReply reply : added) {
      known.put(reply.key(), reply);
    }
    while (known.size() > bound) {
      known.remove(known.keySet().iterator().next());
    }
  }

  /** The keys of a batch that are not among them. */
  Set<String> unknown(Batch batch, long now) {
    Set<String> unknown = Set.of();
    for (int i = 0; i < batch.size(); i++) {
      String key = batch.command(i).idempotencyKey();
      if (key != null && reply(key, now) == null) {
        if (unknown.isEmpty()) {
          unknown = new HashSet<>();
        }
        unknown.add(key);
      }
    }
    return unknown;
  }

  byte @Nullable [] reply(String key, long now) {
    KeyedReply reply = replies == null ? null : replies.get(key);
    return reply == null || reply.expiresAt().toEpochMilli() <= now ? null : reply.reply();
  }

  void clear() {
    replies = null;
  }
}
