package dev.grains.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.grains.GrainId;
import dev.grains.spi.Commit;
import dev.grains.spi.EventMetadata;
import dev.grains.spi.GrainType;
import dev.grains.spi.KeyedReply;
import dev.grains.spi.NewEvent;
import dev.grains.spi.Receipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts a commit together. */
final class CommitBuilder {

  static final UUID CALLER = new UUID(0, 1);

  private final GrainType type;
  private final GrainId id;
  private final Instant at;
  private final List<NewEvent> events = new ArrayList<>();
  private final List<Receipt> receipts = new ArrayList<>();
  private final List<KeyedReply> replies = new ArrayList<>();
  private @Nullable Object state;
  private long expectedVersion;

  CommitBuilder(GrainType type, GrainId id, Instant at) {
    this.type = type;
    this.id = id;
    this.at = at;
  }

  CommitBuilder expecting(long version) {
    expectedVersion = version;
    return this;
  }

  CommitBuilder event(Object event) {
    return event(event, new EventMetadata(CALLER, "correlation", null, null, Map.of()));
  }

  CommitBuilder event(Object event, EventMetadata metadata) {
    events.add(new NewEvent(event, metadata));
    return this;
  }

  CommitBuilder state(@Nullable Object value) {
    state = value;
    return this;
  }

  CommitBuilder receipt(UUID caller, long batch, Instant expiresAt, String replies) {
    receipts.add(new Receipt(caller, batch, expiresAt, replies.getBytes(UTF_8)));
    return this;
  }

  CommitBuilder reply(String key, Instant expiresAt, String reply) {
    replies.add(new KeyedReply(key, expiresAt, reply.getBytes(UTF_8)));
    return this;
  }

  Commit build() {
    return new Commit(
        type,
        id,
        expectedVersion,
        expectedVersion + Math.max(1, events.size()),
        at,
        List.copyOf(events),
        state,
        List.copyOf(receipts),
        List.copyOf(replies));
  }
}
