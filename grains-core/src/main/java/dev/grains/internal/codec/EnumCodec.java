package dev.grains.internal.codec;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes the name of an enum constant. */
final class EnumCodec implements ValueCodec {

  private final Class<?> type;
  private final Map<String, Object> constants = new HashMap<>();

  EnumCodec(Class<?> type) {
    this.type = type;
    for (Object constant : type.getEnumConstants()) {
      constants.put(((Enum<?>) constant).name(), constant);
    }
  }

  @Override
  public void write(@Nullable Object value, WireWriter out) {
    out.writeString(((Enum<?>) Objects.requireNonNull(value)).name());
  }

  @Override
  public Object read(WireReader in) {
    String name = in.readString();
    Object constant = constants.get(name);
    if (constant == null) {
      throw new WireFormatException(
          Texts.quoted(name)
              + " is no constant of "
              + type.getName()
              + "; the sender may be of another version");
    }
    return constant;
  }
}
