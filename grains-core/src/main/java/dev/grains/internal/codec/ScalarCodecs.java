package dev.grains.internal.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The types that are written directly, in few bytes. */
final class ScalarCodecs {

  private static final Map<Class<?>, ValueCodec> CODECS = new HashMap<>();

  static {
    add(boolean.class, Boolean.class, (v, out) -> out.writeBoolean(v), WireReader::readBoolean);
    add(byte.class, Byte.class, (v, out) -> out.writeByte(v), WireReader::readByte);
    add(short.class, Short.class, (v, out) -> out.writeZigZag(v), Numbers::readShort);
    add(char.class, Character.class, (v, out) -> out.writeVarInt(v), Numbers::readChar);
    add(int.class, Integer.class, (v, out) -> out.writeZigZag(v), Numbers::readInt);
    add(long.class, Long.class, (v, out) -> out.writeZigZag(v), WireReader::readZigZag);
    add(float.class, Float.class, (v, out) -> out.writeFloat(v), WireReader::readFloat);
    add(double.class, Double.class, (v, out) -> out.writeDouble(v), WireReader::readDouble);
    add(String.class, (v, out) -> out.writeString(v), WireReader::readString);
    add(UUID.class, (v, out) -> out.writeUuid(v), WireReader::readUuid);
    add(BigInteger.class, Numbers::writeBigInteger, Numbers::readBigInteger);
    add(BigDecimal.class, Numbers::writeBigDecimal, Numbers::readBigDecimal);
    add(Instant.class, Times::writeInstant, Times::readInstant);
    add(Duration.class, Times::writeDuration, Times::readDuration);
    add(LocalDate.class, Times::writeDate, Times::readDate);
    add(LocalDateTime.class, Times::writeDateTime, Times::readDateTime);
    CODECS.put(void.class, new VoidCodec());
    CODECS.put(Void.class, new VoidCodec());
  }

  private ScalarCodecs() {}

  static @Nullable ValueCodec find(Class<?> type) {
    return CODECS.get(type);
  }

  private static <T> void add(
      Class<?> primitive,
      Class<T> wrapper,
      BiConsumer<T, WireWriter> writer,
      Function<WireReader, T> reader) {
    CODECS.put(primitive, new ScalarCodec<>(wrapper, writer, reader));
    add(wrapper, writer, reader);
  }

  private static <T> void add(
      Class<T> type, BiConsumer<T, WireWriter> writer, Function<WireReader, T> reader) {
    CODECS.put(type, new NullableCodec(new ScalarCodec<>(type, writer, reader)));
  }
}
