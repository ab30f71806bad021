package dev.grains.internal.codec;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes a value of a sealed type with type arguments. Jackson forgets the arguments of a
 * polymorphic value at the root, and so the names of sealed types in it; inside of an {@link
 * Optional}, which leaves no trace in the bytes, it does not.
 *
 * @param codec the codec of the optional value
 */
record SealedRootCodec(ValueCodec codec) implements ValueCodec {

  @Override
  public void write(@Nullable Object value, WireWriter out) {
    codec.write(value == null ? null : Optional.of(value), out);
  }

  @Override
  public @Nullable Object read(WireReader in) {
    Optional<?> value = (Optional<?>) codec.read(in);
    return value == null ? null : value.orElse(null);
  }
}
