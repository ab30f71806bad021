package dev.grains.spi;

import java.math.BigDecimal;
import java.math.BigInteger;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.jdk.NumberSerializer;

/** Refuses numbers that a reader would refuse: what is written must be readable for ever. */
final class BoundedNumbers extends NumberSerializer {

  BoundedNumbers(Class<? extends Number> type) {
    super(type);
  }

  @Override
  public void serialize(Number value, JsonGenerator generator, SerializationContext context) {
    if (value instanceof BigDecimal decimal) {
      check(decimal.unscaledValue(), decimal.scale());
    } else if (value instanceof BigInteger integer) {
      check(integer, 0);
    }
    super.serialize(value, generator, context);
  }

  private static void check(BigInteger unscaled, int scale) {
    if (unscaled.bitLength() > GrainJackson.MAX_NUMBER_BITS
        || Math.abs((long) scale) > GrainJackson.MAX_NUMBER_SCALE) {
      throw new StreamConstraintsException(
          "a number has "
              + unscaled.bitLength()
              + " bits and scale "
              + scale
              + "; at most "
              + GrainJackson.MAX_NUMBER_BITS
              + " bits and scale "
              + GrainJackson.MAX_NUMBER_SCALE
              + " are allowed");
    }
  }
}
