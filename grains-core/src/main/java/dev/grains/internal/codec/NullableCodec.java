package dev.grains.internal.codec;

import org.jspecify.annotations.Nullable;

/** Puts a byte in front that tells null from a value. */
record NullableCodec(ValueCodec codec) implements ValueCodec {

  @Override
  public void write(@Nullable Object value, WireWriter out) {
    out.writeBoolean(value != null);
    if (value != null) {
      codec.write(value, out);
    }
  }

  @Override
  public @Nullable Object read(WireReader in) {
    return in.readBoolean() ? codec.read(in) : null;
  }
}
