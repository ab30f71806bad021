package dev.grains.internal.codec;

import org.jspecify.annotations.Nullable;

/** Writes nothing: there is no value. */
record VoidCodec() implements ValueCodec {

  @Override
  public void write(@Nullable Object value, WireWriter out) {}

  @Override
  public @Nullable Object read(WireReader in) {
    return null;
  }
}
