package dev.grains.internal.codec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/** A type with type arguments: {@code new TypeOf<List<String>>() {}.type()}. */
abstract class TypeOf<T> {

  Type type() {
    return ((ParameterizedType) getClass().getGenericSuperclass()).getActualTypeArguments()[0];
  }
}
