package dev.grains.internal.codec;

import java.time.DateTimeException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes and reads the values of one type, null excepted. */
record ScalarCodec<T>(
    Class<T> type, BiConsumer<T, WireWriter> writer, Function<WireReader, T> reader)
    implements ValueCodec {

  @Override
  @SuppressWarnings("unchecked") // callers pass values of the declared type only
  public void write(@Nullable Object value, WireWriter out) {
    writer.accept((T) value, out);
  }

  @Override
  public Object read(WireReader in) {
    try {
      return reader.apply(in);
    } catch (DateTimeException | ArithmeticException e) {
      throw new WireFormatException("no " + type.getSimpleName() + ": " + e.getMessage(), e);
    }
  }
}
