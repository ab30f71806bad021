package dev.grains.internal.definition;

import dev.grains.internal.codec.ThrowableCodec;
import dev.grains.internal.codec.ValueCodec;
import dev.grains.internal.codec.WireFormatException;
import dev.grains.internal.codec.WireReader;
import dev.grains.internal.codec.WireWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The codecs of one method. */
final class MethodCodecs {

  private static final int MAX_GUESS = 512;
  private static final byte[] NO_BYTES = {};
  private static final @Nullable Object[] NO_ARGUMENTS = {};

  private final String method;
  private final ValueCodec[] parameters;
  private final ValueCodec result;
  private final ThrowableCodec throwables;

  // a guess for the next call; racing threads only make it a worse one
  private int lastSize = 16;

  MethodCodecs(
      String method, List<ValueCodec> parameters, ValueCodec result, ThrowableCodec throwables) {
    this.method = method;
    this.parameters = parameters.toArray(ValueCodec[]::new);
    this.result = result;
    this.throwables = throwables;
  }

  ThrowableCodec throwables() {
    return throwables;
  }

  byte[] encodeArguments(@Nullable Object @Nullable [] arguments) {
    if (arguments == null || parameters.length == 0) {
      return NO_BYTES;
    }
    WireWriter out = new WireWriter(lastSize);
    for (int i = 0; i < parameters.length; i++) {
      writeArgument(i, arguments[i], out);
    }
    lastSize = Math.min(out.size(), MAX_GUESS);
    return out.toBytes();
  }

  private void writeArgument(int i, @Nullable Object argument, WireWriter out) {
    try {
      parameters[i].write(argument, out);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "argument " + (i + 1) + " of " + method + ": " + e.getMessage(), e);
    }
  }

  @Nullable Object[] decodeArguments(byte[] bytes) {
    if (parameters.length == 0 && bytes.length == 0) {
      return NO_ARGUMENTS;
    }
    WireReader in = new WireReader(bytes);
    @Nullable Object[] arguments = new Object[parameters.length];
    try {
      for (int i = 0; i < parameters.length; i++) {
        arguments[i] = parameters[i].read(in);
      }
      in.expectEnd();
    } catch (WireFormatException e) {
      throw new WireFormatException("arguments of " + method + ": " + e.getMessage(), e);
    }
    return arguments;
  }

  void writeResult(@Nullable Object value, WireWriter out) {
    int start = out.size();
    try {
      result.write(value, out);
    } catch (IllegalArgumentException e) {
      out.rewind(start);
      throw new IllegalArgumentException("the result of " + method + ": " + e.getMessage(), e);
    }
  }

  @Nullable Object readResult(WireReader in) {
    try {
      return result.read(in);
    } catch (WireFormatException e) {
      throw new WireFormatException("the result of " + method + ": " + e.getMessage(), e);
    }
  }
}
