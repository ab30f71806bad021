package dev.grains.internal.commit;

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
import org.jspecify.annotations.Nullable;

/**
 * A grain in cluster memory, as the value of its map entry: the encoded state at some version, and
 * the encoded events since then. Immutable once read; backups hold the same without running any
 * code of the user.
 */
public final class ReplicatedEntry implements IdentifiedDataSerializable {

  /** The class id on the wire. */
  static final int CLASS_ID = 10;

  private static final int FORMAT = 1;

  private long version;
  private byte @Nullable [] state;
  private @Nullable EventChain events;
  private List<Receipt> receipts = List.of();
  private List<KeyedReply> replies = List.of();

  /** For deserialization. */
  ReplicatedEntry() {}

  ReplicatedEntry(
      long version,
      byte @Nullable [] state,
      @Nullable EventChain events,
      List<Receipt> receipts,
      List<KeyedReply> replies) {
    this.version = version;
    this.state = state;
    this.events = events;
    this.receipts = receipts;
    this.replies = replies;
  }

  public long version() {
    return version;
  }

  byte @Nullable [] state() {
    return state;
  }

  @Nullable EventChain events() {
    return events;
  }

  public List<Receipt> receipts() {
    return receipts;
  }

  List<KeyedReply> replies() {
    return replies;
  }

  /** The reply kept with an idempotency key, if it has not expired. */
  public @Nullable KeyedReply reply(String key, long now) {
    for (KeyedReply reply : replies) {
      if (reply.key().equals(key) && reply.expiresAt().toEpochMilli() > now) {
        return reply;
      }
    }
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

  byte[] encode() {
    WireWriter out = new WireWriter(256);
    out.writeByte(FORMAT);
    out.writeVarLong(version);
    Deltas.writeNullable(state, out);
    List<byte[]> inOrder = EventChain.inOrder(events);
    out.writeVarInt(inOrder.size());
    inOrder.forEach(out::writeBytes);
    Deltas.writeReceipts(receipts, out);
    Deltas.writeReplies(replies, out);
    return out.toBytes();
  }

  static ReplicatedEntry decode(byte[] bytes) {
    ReplicatedEntry entry = new ReplicatedEntry();
    entry.fill(bytes);
    return entry;
  }

  private void fill(byte[] bytes) {
    WireReader in = new WireReader(bytes);
    Deltas.expectFormat(in, FORMAT, "an entry");
    version = in.readVarLong();
    state = Deltas.readNullable(in);
    int count = Deltas.count(in);
    List<byte[]> read = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      read.add(in.readBytes());
    }
    events = EventChain.append(null, read);
    receipts = Deltas.readReceipts(in);
    replies = Deltas.readReplies(in);
    in.expectEnd();
  }

  @Override
  public void writeData(ObjectDataOutput out) throws IOException {
    out.writeByteArray(encode());
  }

  @Override
  public void readData(ObjectDataInput in) throws IOException {
    fill(Deltas.required(in.readByteArray()));
  }
}
