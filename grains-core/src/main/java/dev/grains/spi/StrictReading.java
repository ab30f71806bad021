package dev.grains.spi;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.type.CollectionType;
import tools.jackson.databind.type.MapType;
import tools.jackson.databind.util.ClassUtil;

/** Reads collections that cannot be changed, and tells a missing primitive from a null one. */
final class StrictReading extends ValueDeserializerModifier {

  private static final long serialVersionUID = 1L;

  @Override
  public ValueDeserializer<?> modifyCollectionDeserializer(
      DeserializationConfig config,
      CollectionType type,
      BeanDescription.Supplier description,
      ValueDeserializer<?> deserializer) {
    return new Unmodifiable(deserializer);
  }

  @Override
  public ValueDeserializer<?> modifyMapDeserializer(
      DeserializationConfig config,
      MapType type,
      BeanDescription.Supplier description,
      ValueDeserializer<?> deserializer) {
    return new Unmodifiable(deserializer);
  }

  @Override
  public ValueDeserializer<?> modifyDeserializer(
      DeserializationConfig config,
      BeanDescription.Supplier description,
      ValueDeserializer<?> deserializer) {
    Class<?> type = description.getBeanClass();
    return type.isPrimitive() ? new Primitive(deserializer, type) : deserializer;
  }

  private static final class Unmodifiable extends DelegatingDeserializer {

    Unmodifiable(ValueDeserializer<?> delegate) {
      super(delegate);
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> delegate) {
      return new Unmodifiable(delegate);
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) {
      return frozen(super.deserialize(parser, context));
    }

    private static @Nullable Object frozen(@Nullable Object value) {
      if (value instanceof List<?> list) {
        return Collections.unmodifiableList(list);
      }
      if (value instanceof Set<?> set) {
        return Collections.unmodifiableSet(set);
      }
      if (value instanceof Map<?, ?> map) {
        return Collections.unmodifiableMap(map);
      }
      return value instanceof Collection<?> other
          ? Collections.unmodifiableCollection(other)
          : value;
    }
  }

  /**
   * A component added in a newer version is missing in what older members send: that is no error.
   */
  private static final class Primitive extends DelegatingDeserializer {

    private final Class<?> type;

    Primitive(ValueDeserializer<?> delegate, Class<?> type) {
      super(delegate);
      this.type = type;
    }

    @Override
    protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> delegate) {
      return new Primitive(delegate, type);
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
      return ClassUtil.defaultValue(type);
    }
  }
}
