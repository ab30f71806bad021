package dev.grains.internal.codec;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers that are narrower or wider than 64 bits. */
final class Numbers {

  /** About a thousand decimal digits: beyond that, one number costs noticeable time. */
  static final int MAX_BYTES = 416;

  /** Beyond that, the digits of a short number may fill the memory. */
  static final int MAX_SCALE = 100_000;

  private Numbers() {}

  static short readShort(WireReader in) {
    long value = in.readZigZag();
    if (value != (short) value) {
      throw new WireFormatException(value + " is not a short");
    }
    return (short) value;
  }

  static int readInt(WireReader in) {
    long value = in.readZigZag();
    if (value != (int) value) {
      throw new WireFormatException(value + " is not an int");
    }
    return (int) value;
  }

  static char readChar(WireReader in) {
    int value = in.readVarInt();
    if (value != (char) value) {
      throw new WireFormatException(value + " is not a char");
    }
    return (char) value;
  }

  static void writeBigInteger(BigInteger value, WireWriter out) {
    byte[] bytes = value.toByteArray();
    if (bytes.length > MAX_BYTES) {
      throw new IllegalArgumentException(
          "a number of "
              + bytes.length
              + " bytes cannot be sent; at most "
              + MAX_BYTES
              + " are allowed");
    }
    out.writeBytes(bytes);
  }

  static BigInteger readBigInteger(WireReader in) {
    int length = in.readLength();
    if (length == 0 || length > MAX_BYTES) {
      throw new WireFormatException("a number of " + length + " bytes");
    }
    return new BigInteger(in.readRaw(length));
  }

  static void writeBigDecimal(BigDecimal value, WireWriter out) {
    if (Math.abs((long) value.scale()) > MAX_SCALE) {
      throw new IllegalArgumentException(
          "a number of scale "
              + value.scale()
              + " cannot be sent; at most "
              + MAX_SCALE
              + " is allowed");
    }
    out.writeZigZag(value.scale());
    writeBigInteger(value.unscaledValue(), out);
  }

  static BigDecimal readBigDecimal(WireReader in) {
    int scale = readInt(in);
    if (Math.abs((long) scale) > MAX_SCALE) {
      throw new WireFormatException("a number of scale " + scale);
    }
    return new BigDecimal(readBigInteger(in), scale);
  }
}
