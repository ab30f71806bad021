package dev.grains.internal.codec;

import org.jspecify.annotations.Nullable;

/** Writes and reads the values of one declared type. Thread-safe. */
public interface ValueCodec {

  /**
   * Writes a value.
   *
   * @param value a value of the declared type
   * @param out where to write
   * @throws IllegalArgumentException if the value cannot be written, with the reason; what was
   *     written up to there stays in {@code out}
   */
  void write(@Nullable Object value, WireWriter out);

  /**
   * Reads a value; unmodifiable throughout.
   *
   * @param in where to read, left behind the value
   * @return the value
   * @throws WireFormatException if the bytes are not a value of the declared type
   */
  @Nullable Object read(WireReader in);
}
