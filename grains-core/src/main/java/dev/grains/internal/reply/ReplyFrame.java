package dev.grains.internal.reply;

import dev.grains.internal.codec.WireFormatException;
import dev.grains.internal.codec.WireReader;
import dev.grains.internal.codec.WireWriter;
import java.util.ArrayList;
import java.util.List;

/** The message on the topic of a caller: the answers to some of its batches. */
final class ReplyFrame {

  private static final int VERSION = 1;

  private ReplyFrame() {}

  /**
   * The answer to one batch.
   *
   * @param number the number of the batch
   * @param answer the encoded answer
   */
  record Part(long number, byte[] answer) {}

  static byte[] encode(List<Part> parts) {
    WireWriter out = new WireWriter(64 * parts.size());
    out.writeByte(VERSION);
    out.writeVarInt(parts.size());
    for (Part part : parts) {
      out.writeVarLong(part.number);
      out.writeBytes(part.answer);
    }
    return out.toBytes();
  }

  static List<Part> decode(byte[] bytes) {
    WireReader in = new WireReader(bytes);
    int version = in.readByte();
    if (version != VERSION) {
      throw new WireFormatException(
          "replies of wire format " + version + " arrived; this member reads format " + VERSION);
    }
    int count = in.readVarInt();
    if (count < 0 || count > in.remaining()) {
      throw new WireFormatException(count + " replies are claimed in " + in.remaining() + " bytes");
    }
    List<Part> parts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      parts.add(new Part(in.readVarLong(), in.readBytes()));
    }
    in.expectEnd();
    return parts;
  }
}
