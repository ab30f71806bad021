package dev.grains.internal.call;

import dev.grains.GrainId;
import dev.grains.internal.codec.WireFormatException;
import dev.grains.internal.codec.WireReader;
import dev.grains.internal.codec.WireWriter;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Batches as they travel. Deadlines travel as the time that remains, so that clocks need not agree.
 */
public final class BatchFormat {

  private static final int VERSION = 1;
  private static final int KIND = 1;
  private static final int QUERY = 1;
  private static final int REPEATED = 2;
  private static final int IF_VERSION = 1;
  private static final int KEY = 2;
  private static final int CHAIN = 4;
  private static final int CORRELATION = 8;
  private static final int HEADERS = 16;

  private BatchFormat() {}

  /** Encodes a batch and lets its sender know that it travels. */
  public static byte[] encode(Batch batch, InstantSource clock) {
    Transport.Listener origin = batch.origin();
    if (origin != null) {
      origin.travels();
    }
    WireWriter out = new WireWriter(128);
    long now = clock.millis();
    out.writeByte(VERSION);
    out.writeByte((batch.query() ? QUERY : 0) | (batch.repeated() ? REPEATED : 0));
    out.writeUuid(batch.caller());
    out.writeVarLong(batch.number());
    out.writeString(batch.id().type());
    out.writeString(batch.id().key());
    out.writeVarInt(batch.partition());
    out.writeVarInt(batch.size());
    for (int i = 0; i < batch.size(); i++) {
      encode(batch.command(i), now, out);
    }
    return out.toBytes();
  }

  private static void encode(CommandCall command, long now, WireWriter out) {
    CallAttributes attributes = command.attributes();
    out.writeInt(command.methodId());
    out.writeVarLong(Math.max(0, command.deadline() - now));
    int flags =
        (attributes.ifVersion() >= 0 ? IF_VERSION : 0)
            | (attributes.idempotencyKey() != null ? KEY : 0)
            | (attributes.chain().isEmpty() ? 0 : CHAIN)
            | (attributes.correlation() != null ? CORRELATION : 0)
            | (attributes.headers().isEmpty() ? 0 : HEADERS);
    out.writeByte(flags);
    if (flags != 0) {
      encode(attributes, flags, out);
    }
    out.writeBytes(command.encodedArguments());
  }

  private static void encode(CallAttributes attributes, int flags, WireWriter out) {
    if ((flags & IF_VERSION) != 0) {
      out.writeVarLong(attributes.ifVersion());
    }
    if ((flags & KEY) != 0) {
      out.writeString(String.valueOf(attributes.idempotencyKey()));
    }
    if ((flags & CHAIN) != 0) {
      out.writeVarInt(attributes.chain().size());
      attributes.chain().forEach(out::writeString);
    }
    if ((flags & CORRELATION) != 0) {
      out.writeString(String.valueOf(attributes.correlation()));
    }
    if ((flags & HEADERS) != 0) {
      out.writeVarInt(attributes.headers().size());
      attributes
          .headers()
          .forEach(
              (name, value) -> {
                out.writeString(name);
                out.writeString(value);
              });
    }
  }

  /**
   * Decodes a batch.
   *
   * @throws WireFormatException if the bytes are not a batch
   */
  public static Batch decode(byte[] bytes, InstantSource clock) {
    WireReader in = new WireReader(bytes);
    int version = in.readByte() & 0xff;
    if (version != VERSION) {
      throw new WireFormatException(
          "a batch of wire format " + version + " arrived; this member reads format " + VERSION);
    }
    int kind = in.readByte();
    boolean query = (kind & QUERY) != 0;
    UUID caller = in.readUuid();
    long number = in.readVarLong();
    GrainId id = readId(in);
    int partition = in.readVarInt();
    CommandCall[] commands = new CommandCall[count(in, "commands")];
    if (commands.length == 0 || query && commands.length != 1) {
      throw new WireFormatException("a batch with " + commands.length + " commands arrived");
    }
    long now = clock.millis();
    for (int i = 0; i < commands.length; i++) {
      commands[i] = decode(in, now);
    }
    in.expectEnd();
    Batch batch = new Batch(caller, number, query, id, partition, commands, null);
    if ((kind & REPEATED) != 0) {
      batch.repeat();
    }
    return batch;
  }

  /** Marks an encoded batch as one that may have arrived before. */
  public static byte[] repeated(byte[] bytes) {
    byte[] marked = bytes.clone();
    if (marked.length > KIND) {
      marked[KIND] |= REPEATED;
    }
    return marked;
  }

  private static GrainId readId(WireReader in) {
    try {
      return new GrainId(in.readString(), in.readString());
    } catch (IllegalArgumentException unusable) {
      throw new WireFormatException("a batch for no usable key: " + unusable.getMessage());
    }
  }

  private static CommandCall decode(WireReader in, long now) {
    int methodId = in.readInt();
    long remaining = in.readVarLong();
    int flags = in.readByte();
    CallAttributes attributes = flags == 0 ? CallAttributes.NONE : decodeAttributes(in, flags);
    byte[] arguments = in.readBytes();
    long deadline = remaining < 0 || remaining > Long.MAX_VALUE - now ? now : now + remaining;
    return new CommandCall(methodId, arguments, deadline, attributes);
  }

  private static CallAttributes decodeAttributes(WireReader in, int flags) {
    long ifVersion = (flags & IF_VERSION) != 0 ? in.readVarLong() : -1;
    @Nullable String key = (flags & KEY) != 0 ? in.readString() : null;
    List<String> chain = List.of();
    if ((flags & CHAIN) != 0) {
      int size = count(in, "waiting grains");
      chain = new ArrayList<>(size);
      for (int i = 0; i < size; i++) {
        chain.add(in.readString());
      }
    }
    @Nullable String correlation = (flags & CORRELATION) != 0 ? in.readString() : null;
    Map<String, String> headers = Map.of();
    if ((flags & HEADERS) != 0) {
      int size = count(in, "headers");
      headers = new LinkedHashMap<>();
      for (int i = 0; i < size; i++) {
        headers.put(in.readString(), in.readString());
      }
    }
    return new CallAttributes(ifVersion, key, chain, correlation, headers);
  }

  private static int count(WireReader in, String what) {
    int count = in.readVarInt();
    // each element takes at least a byte, so a larger count cannot be true
    if (count < 0 || count > in.remaining()) {
      throw new WireFormatException(
          "a batch claims " + count + " " + what + " in " + in.remaining() + " bytes");
    }
    return count;
  }
}
