package dev.grains.internal.codec;

import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a {@link WireWriter} wrote, from bytes that nobody vouches for: every read stays
 * within the bytes, and none allocates more than they hold. Confined to one thread.
 *
 * <p>All methods throw {@link WireFormatException} when the bytes end too early or say something
 * impossible.
 */
public final class WireReader {

  private final byte[] bytes;
  private final int end;
  private int position;

  public WireReader(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  public WireReader(byte[] bytes, int offset, int length) {
    Objects.checkFromIndexSize(offset, length, bytes.length);
    this.bytes = bytes;
    this.position = offset;
    this.end = offset + length;
  }

  public byte readByte() {
    return bytes[advance(1)];
  }

  public boolean readBoolean() {
    byte value = readByte();
    if (value != 0 && value != 1) {
      throw new WireFormatException("a boolean is 0 or 1, not " + value);
    }
    return value == 1;
  }

  public int readInt() {
    return (int) WireWriter.INTS.get(bytes, advance(4));
  }

  public long readLong() {
    return (long) WireWriter.LONGS.get(bytes, advance(8));
  }

  public int readVarInt() {
    int value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      byte next = readByte();
      if (shift == 28 && (next & 0xF0) != 0) {
        throw new WireFormatException("a number has more than 32 bits");
      }
      value |= (next & 0x7F) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new WireFormatException("a number has more than 32 bits");
  }

  public long readVarLong() {
    long value = 0;
    for (int shift = 0; shift < 70; shift += 7) {
      byte next = readByte();
      if (shift == 63 && (next & 0xFE) != 0) {
        throw new WireFormatException("a number has more than 64 bits");
      }
      value |= (next & 0x7FL) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new WireFormatException("a number has more than 64 bits");
  }

  /** Reads what {@link WireWriter#writeZigZag} wrote. */
  public long readZigZag() {
    long value = readVarLong();
    return value >>> 1 ^ -(value & 1);
  }

  public double readDouble() {
    return Double.longBitsToDouble(readLong());
  }

  public float readFloat() {
    return Float.intBitsToFloat(readInt());
  }

  public UUID readUuid() {
    long high = readLong();
    return new UUID(high, readLong());
  }

  public String readString() {
    int length = readLength();
    return Utf8.decode(bytes, advance(length), length);
  }

  public @Nullable String readNullableString() {
    return readBoolean() ? readString() : null;
  }

  public byte[] readBytes() {
    return readRaw(readLength());
  }

  public byte[] readRaw(int length) {
    int from = advance(length);
    return Arrays.copyOfRange(bytes, from, from + length);
  }

  /** Reads a number of things to come, each of which takes at least one of the remaining bytes. */
  public int readLength() {
    int length = readVarInt();
    if (length < 0 || length > end - position) {
      throw new WireFormatException(
          "a length of "
              + Integer.toUnsignedString(length)
              + " with "
              + remaining()
              + " bytes remaining");
    }
    return length;
  }

  /** Reads a part that has its length in front, without copying it. */
  public WireReader readPart() {
    int length = readLength();
    return new WireReader(bytes, advance(length), length);
  }

  public int remaining() {
    return end - position;
  }

  /** Checks that everything was read. */
  public void expectEnd() {
    if (position != end) {
      throw new WireFormatException(remaining() + " bytes too many");
    }
  }

  byte[] source() {
    return bytes;
  }

  /** Steps over bytes; returns where they begin. */
  int advance(int length) {
    int from = position;
    if (length < 0 || length > end - from) {
      throw new WireFormatException(
          length + " bytes expected where only " + remaining() + " remain");
    }
    position = from + length;
    return from;
  }
}
