package dev.grains.spi;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

/** A record type with one component, as text and back. */
final class RecordKey {

  private final Class<?> type;
  private final Class<?> componentType;
  private final Method accessor;
  private final Constructor<?> constructor;

  RecordKey(Class<?> type) {
    RecordComponent component = type.getRecordComponents()[0];
    this.type = type;
    this.componentType = component.getType();
    this.accessor = component.getAccessor();
    this.constructor = constructor(type, componentType);
    accessor.setAccessible(true);
    constructor.setAccessible(true);
  }

  private static Constructor<?> constructor(Class<?> type, Class<?> componentType) {
    try {
      return type.getDeclaredConstructor(componentType);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("a record has a canonical constructor: " + type, e);
    }
  }

  Class<?> type() {
    return type;
  }

  String text(Object key) {
    try {
      Object component = accessor.invoke(key);
      if (component == null) {
        throw new IllegalArgumentException("the component of the key " + key + " is null");
      }
      return component instanceof Enum<?> constant ? constant.name() : component.toString();
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          "the component of " + type.getName() + " cannot be read", e);
    }
  }

  /**
   * Returns the key that was written as a text.
   *
   * @throws IllegalArgumentException if there is none
   */
  Object record(String text) {
    try {
      return constructor.newInstance(component(text));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(String.valueOf(e.getMessage()), e);
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(String.valueOf(e.getTargetException().getMessage()), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type.getName() + " cannot be created", e);
    }
  }

  private Object component(String text) {
    if (componentType == String.class) {
      return text;
    }
    if (componentType == UUID.class) {
      return UUID.fromString(text);
    }
    if (componentType == LocalDate.class) {
      return LocalDate.parse(text);
    }
    if (componentType == int.class || componentType == Integer.class) {
      return Integer.valueOf(text);
    }
    return componentType.isEnum() ? constant(text) : Long.valueOf(text);
  }

  private Object constant(String name) {
    return Arrays.stream(componentType.getEnumConstants())
        .filter(constant -> ((Enum<?>) constant).name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    name + " is not a constant of " + componentType.getName()));
  }
}
