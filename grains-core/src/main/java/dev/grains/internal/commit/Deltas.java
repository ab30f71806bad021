package dev.grains.internal.commit;

import dev.grains.internal.codec.WireFormatException;
import dev.grains.internal.codec.WireReader;
import dev.grains.internal.codec.WireWriter;
import dev.grains.spi.KeyedReply;
import dev.grains.spi.Receipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The parts that entries and deltas have in common, as they travel between members. */
final class Deltas {

  private Deltas() {}

  static byte[] required(byte @Nullable [] bytes) {
    if (bytes == null) {
      throw new WireFormatException("an entry or delta without content arrived");
    }
    return bytes;
  }

  static void expectFormat(WireReader in, int format, String what) {
    int found = in.readByte();
    if (found != format) {
      throw new WireFormatException(
          what + " of format " + found + " arrived; this member reads format " + format);
    }
  }

  static int count(WireReader in) {
    int count = in.readVarInt();
    if (count < 0 || count > in.remaining()) {
      throw new WireFormatException(
          count + " elements are claimed in " + in.remaining() + " bytes");
    }
    return count;
  }

  static void writeNullable(byte @Nullable [] bytes, WireWriter out) {
    out.writeBoolean(bytes != null);
    if (bytes != null) {
      out.writeBytes(bytes);
    }
  }

  static byte @Nullable [] readNullable(WireReader in) {
    return in.readBoolean() ? in.readBytes() : null;
  }

  static void writeReceipts(List<Receipt> receipts, WireWriter out) {
    out.writeVarInt(receipts.size());
    for (Receipt receipt : receipts) {
      out.writeUuid(receipt.caller());
      out.writeVarLong(receipt.batch());
      out.writeVarLong(receipt.expiresAt().toEpochMilli());
      out.writeBytes(receipt.replies());
    }
  }

  static List<Receipt> readReceipts(WireReader in) {
    int count = count(in);
    List<Receipt> receipts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      receipts.add(
          new Receipt(
              in.readUuid(),
              in.readVarLong(),
              Instant.ofEpochMilli(in.readVarLong()),
              in.readBytes()));
    }
    return receipts;
  }

  static void writeReplies(List<KeyedReply> replies, WireWriter out) {
    out.writeVarInt(replies.size());
    for (KeyedReply reply : replies) {
      out.writeString(reply.key());
      out.writeVarLong(reply.expiresAt().toEpochMilli());
      out.writeBytes(reply.reply());
    }
  }

  static List<KeyedReply> readReplies(WireReader in) {
    int count = count(in);
    List<KeyedReply> replies = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      replies.add(
          new KeyedReply(in.readString(), Instant.ofEpochMilli(in.readVarLong()), in.readBytes()));
    }
    return replies;
  }
}
