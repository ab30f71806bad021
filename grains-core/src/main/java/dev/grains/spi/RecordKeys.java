package dev.grains.spi;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationConfig;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.deser.KeyDeserializers;
import tools.jackson.databind.ser.Serializers;

/** Writes a record with one component as a map key: as its component alone. */
final class RecordKeys {

  private static final Set<Class<?>> SCALARS =
      Set.of(
          String.class,
          UUID.class,
          LocalDate.class,
          Integer.class,
          Long.class,
          int.class,
          long.class);

  private RecordKeys() {}

  static boolean isKey(Class<?> type) {
    return isScalar(type) || isRecordKey(type);
  }

  private static boolean isScalar(Class<?> type) {
    return type.isEnum() || SCALARS.contains(type);
  }

  private static boolean isRecordKey(Class<?> type) {
    if (!type.isRecord()) {
      return false;
    }
    RecordComponent[] components = type.getRecordComponents();
    return components.length == 1 && isScalar(components[0].getType());
  }

  static final class Writers implements Serializers {

    @Override
    public @Nullable ValueSerializer<?> findSerializer(
        SerializationConfig config,
        JavaType type,
        BeanDescription.Supplier description,
        JsonFormat.@Nullable Value format) {
      return isRecordKey(type.getRawClass()) ? new Writer(new RecordKey(type.getRawClass())) : null;
    }
  }

  static final class Readers implements KeyDeserializers {

    @Override
    public @Nullable KeyDeserializer findKeyDeserializer(
        JavaType type, DeserializationConfig config, BeanDescription.Supplier description) {
      return isRecordKey(type.getRawClass()) ? new Reader(new RecordKey(type.getRawClass())) : null;
    }
  }

  private static final class Writer extends ValueSerializer<Object> {

    private final RecordKey key;

    Writer(RecordKey key) {
      this.key = key;
    }

    @Override
    public void serialize(Object value, JsonGenerator generator, SerializationContext context) {
      generator.writeName(key.text(value));
    }
  }

  private static final class Reader extends KeyDeserializer {

    private final RecordKey key;

    Reader(RecordKey key) {
      this.key = key;
    }

    @Override
    public Object deserializeKey(String text, DeserializationContext context) {
      try {
        return key.record(text);
      } catch (IllegalArgumentException e) {
        throw context.weirdKeyException(key.type(), text, String.valueOf(e.getMessage()));
      }
    }
  }
}
