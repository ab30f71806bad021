package dev.grains.internal.codec;

import dev.grains.spi.GrainJackson;
import java.math.BigDecimal;
import java.math.BigInteger;

/** Numbers that are narrower or wider than 64 bits. */
final class Numbers {

  private static final int MAX_BYTES = GrainJackson.MAX_NUMBER_BITS / 8 + 1;
  private static final int MAX_SCALE = GrainJackson.MAX_NUMBER_SCALE;

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
