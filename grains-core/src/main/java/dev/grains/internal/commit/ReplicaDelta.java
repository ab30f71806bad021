package dev.grains.internal.commit;

import com.hazelcast.map.EntryProcessor;
import com.hazelcast.nio.ObjectDataInput;
import com.hazelcast.nio.ObjectDataOutput;
import com.hazelcast.nio.serialization.IdentifiedDataSerializable;
import dev.grains.internal.cluster.WireFactory;
import dev.grains.internal.codec.WireReader;
import dev.grains.internal.codec.WireWriter;
import dev.grains.spi.KeyedReply;
import dev.grains.spi.Receipt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a commit changes in an entry: applied on the owner, and as an entry processor on its
 * backups.
 *
 * <p>A backup that is not at the expected version has missed a delta: it stays as it is,
 * consistent, until Hazelcast copies the partition anew.
 */
public final class ReplicaDelta
    implements EntryProcessor<Object, ReplicatedEntry, Object>, IdentifiedDataSerializable {

  /** The class id on the wire. */
  static final int CLASS_ID = 11;

  /** How many idempotency keys an entry keeps at most; the oldest go first. */
  static final int MOST_KEYS = 1_000;

  private static final int FORMAT = 1;

  private long expectedVersion;
  private long newVersion;
  private boolean whole;
  private byte @Nullable [] state;
  private List<byte[]> events = List.of();
  private List<Receipt> receipts = List.of();
  private List<KeyedReply> replies = List.of();
  private long now;

  /** For deserialization. */
  ReplicaDelta() {}

  /**
   * Creates a delta.
   *
   * @param whole whether the state is sent instead of the events
   */
  ReplicaDelta(
      long expectedVersion,
      long newVersion,
      boolean whole,
      byte @Nullable [] state,
      List<byte[]> events,
      List<Receipt> receipts,
      List<KeyedReply> replies,
      long now) {
    this.expectedVersion = expectedVersion;
    this.newVersion = newVersion;
    this.whole = whole;
    this.state = state;
    this.events = events;
    this.receipts = receipts;
    this.replies = replies;
    this.now = now;
  }

  /** Whether an entry is at the expected version and none of the keys is taken. */
  boolean fits(@Nullable ReplicatedEntry old) {
    long version = old == null ? 0 : old.version();
    if (version != expectedVersion) {
      return false;
    }
    if (old != null) {
      for (KeyedReply reply : replies) {
        if (old.reply(reply.key(), now) != null) {
          return false;
        }
      }
    }
    return true;
  }

  /** The entry after this delta; it must fit. */
  public ReplicatedEntry apply(@Nullable ReplicatedEntry old) {
    byte[] newState = whole || old == null ? state : old.state();
    EventChain chain = whole ? null : EventChain.append(old == null ? null : old.events(), events);
    return new ReplicatedEntry(newVersion, newState, chain, newReceipts(old), newReplies(old));
  }

  private List<Receipt> newReceipts(@Nullable ReplicatedEntry old) {
    List<Receipt> before = old == null ? List.of() : old.receipts();
    if (before.isEmpty() || before.size() == 1 && replaced(before.get(0))) {
      return receipts;
    }
    List<Receipt> result = new ArrayList<>(before.size() + receipts.size());
    for (Receipt kept : before) {
      if (kept.expiresAt().toEpochMilli() > now && !replaced(kept)) {
        result.add(kept);
      }
    }
    result.addAll(receipts);
    return result;
  }

  private boolean replaced(Receipt kept) {
    for (Receipt receipt : receipts) {
      if (receipt.caller().equals(kept.caller())) {
        return true;
      }
    }
    return false;
  }

  private List<KeyedReply> newReplies(@Nullable ReplicatedEntry old) {
    if (replies.isEmpty() && (old == null || old.replies().isEmpty())) {
      return List.of();
    }
    List<KeyedReply> result = new ArrayList<>();
    if (old != null) {
      for (KeyedReply kept : old.replies()) {
        if (kept.expiresAt().toEpochMilli() > now) {
          result.add(kept);
        }
      }
    }
    result.addAll(replies);
    int surplus = result.size() - MOST_KEYS;
    return surplus > 0 ? List.copyOf(result.subList(surplus, result.size())) : result;
  }

  /** Runs on a backup. */
  @Override
  public @Nullable Object process(Map.Entry<Object, ReplicatedEntry> entry) {
    ReplicatedEntry old = entry.getValue();
    if (fits(old) || whole && newVersion > (old == null ? 0 : old.version())) {
      entry.setValue(apply(old));
    }
    return null;
  }

  @Override
  public @Nullable EntryProcessor<Object, ReplicatedEntry, Object> getBackupProcessor() {
    return null;
  }

  @Override
  public int getFactoryId() {
    return WireFactory.FACTORY_ID;
  }

  @Override
  public int getClassId() {
    return CLASS_ID;
  }

  @Override
  public void writeData(ObjectDataOutput out) throws IOException {
    out.writeByteArray(encode());
  }

  byte[] encode() {
    WireWriter to = new WireWriter(256);
    to.writeByte(FORMAT);
    to.writeVarLong(expectedVersion);
    to.writeVarLong(newVersion);
    to.writeBoolean(whole);
    Deltas.writeNullable(state, to);
    to.writeVarInt(events.size());
    events.forEach(to::writeBytes);
    Deltas.writeReceipts(receipts, to);
    Deltas.writeReplies(replies, to);
    to.writeVarLong(now);
    return to.toBytes();
  }

  @Override
  public void readData(ObjectDataInput data) throws IOException {
    decode(Deltas.required(data.readByteArray()));
  }

  ReplicaDelta decode(byte[] bytes) {
    WireReader in = new WireReader(bytes);
    Deltas.expectFormat(in, FORMAT, "a delta");
    expectedVersion = in.readVarLong();
    newVersion = in.readVarLong();
    whole = in.readBoolean();
    state = Deltas.readNullable(in);
    int count = Deltas.count(in);
    events = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      events.add(in.readBytes());
    }
    receipts = Deltas.readReceipts(in);
    replies = Deltas.readReplies(in);
    now = in.readVarLong();
    in.expectEnd();
    return this;
  }
}
