package dev.grains.internal.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bytes that grow while values are written to their end. Confined to one thread. */
public final class WireWriter {

  static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
  static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  private byte[] bytes;
  private int size;

  public WireWriter() {
    this(64);
  }

  /** Creates a writer; a good guess of the capacity saves copies. */
  public WireWriter(int capacity) {
    bytes = new byte[Math.max(capacity, 8)];
  }

  public void writeByte(int value) {
    room(1);
    bytes[size++] = (byte) value;
  }

  public void writeBoolean(boolean value) {
    writeByte(value ? 1 : 0);
  }

  /** Writes four bytes, the highest first. */
  public void writeInt(int value) {
    room(4);
    INTS.set(bytes, size, value);
    size += 4;
  }

  /** Writes eight bytes, the highest first. */
  public void writeLong(long value) {
    room(8);
    LONGS.set(bytes, size, value);
    size += 8;
  }

  /** Writes seven bits a byte, the lowest first; a negative value takes five bytes. */
  public void writeVarInt(int value) {
    room(5);
    int rest = value;
    while ((rest & ~0x7F) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** Writes seven bits a byte, the lowest first; a negative value takes ten bytes. */
  public void writeVarLong(long value) {
    room(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
  }

  /** Writes a number of either sign in few bytes if it is close to zero. */
  public void writeZigZag(long value) {
    writeVarLong(value << 1 ^ value >> 63);
  }

  public void writeDouble(double value) {
    writeLong(Double.doubleToRawLongBits(value));
  }

  public void writeFloat(float value) {
    writeInt(Float.floatToRawIntBits(value));
  }

  public void writeUuid(UUID value) {
    writeLong(value.getMostSignificantBits());
    writeLong(value.getLeastSignificantBits());
  }

  /**
   * Writes the number of bytes, then UTF-8.
   *
   * @throws IllegalArgumentException if the text contains half of a surrogate pair
   */
  @SuppressWarnings(
      "deprecation") // copies the low bytes only: right for ASCII, and allocates nothing
  public void writeString(String value) {
    int length = Utf8.length(value);
    writeVarInt(length);
    room(length);
    if (length == value.length()) {
      value.getBytes(0, length, bytes, size);
      size += length;
    } else {
      size = Utf8.encode(value, bytes, size);
    }
  }

  public void writeNullableString(@Nullable String value) {
    writeBoolean(value != null);
    if (value != null) {
      writeString(value);
    }
  }

  /** Writes the number of bytes, then the bytes. */
  public void writeBytes(byte[] value) {
    writeVarInt(value.length);
    writeRaw(value, 0, value.length);
  }

  public void writeRaw(byte[] source, int offset, int length) {
    room(length);
    System.arraycopy(source, offset, bytes, size, length);
    size += length;
  }

  /** Begins a part whose length goes in front of it; returns the mark for {@link #endPart}. */
  int beginPart() {
    room(1);
    return size++;
  }

  /** Ends the part, and puts its length where {@link #beginPart} was. */
  void endPart(int mark) {
    int length = size - mark - 1;
    int extra = Math.max(31 - Integer.numberOfLeadingZeros(length), 0) / 7;
    if (extra > 0) {
      room(extra);
      System.arraycopy(bytes, mark + 1, bytes, mark + 1 + extra, length);
    }
    int end = size + extra;
    size = mark;
    writeVarInt(length);
    size = end;
  }

  public int size() {
    return size;
  }

  /** Forgets what was written behind a former size. */
  public void rewind(int formerSize) {
    size = Objects.checkIndex(formerSize, size + 1);
  }

  /** Returns a copy of what was written behind a former size. */
  public byte[] tail(int formerSize) {
    return Arrays.copyOfRange(bytes, Objects.checkIndex(formerSize, size + 1), size);
  }

  /** Returns what was written. The writer is not to be used afterwards. */
  public byte[] toBytes() {
    return size == bytes.length ? bytes : Arrays.copyOf(bytes, size);
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      grow(more);
    }
  }

  private void grow(int more) {
    long needed = (long) size + more;
    if (needed > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException("more than 2 GiB cannot be written at once");
    }
    long doubled = Math.min(2L * bytes.length, Integer.MAX_VALUE - 8);
    bytes = Arrays.copyOf(bytes, (int) Math.max(needed, doubled));
  }
}
