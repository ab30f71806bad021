package dev.grains.internal.codec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Objects;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** A class with type arguments; equal to those that reflection returns. */
final class GenericClass implements ParameterizedType {

  private final Class<?> raw;
  private final Type[] arguments;

  GenericClass(Class<?> raw, Type... arguments) {
    this.raw = raw;
    this.arguments = arguments.clone();
  }

  @Override
  public Type[] getActualTypeArguments() {
    return arguments.clone();
  }

  @Override
  public Type getRawType() {
    return raw;
  }

  @Override
  public @Nullable Type getOwnerType() {
    return raw.getDeclaringClass();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ParameterizedType that
        && raw.equals(that.getRawType())
        && Objects.equals(getOwnerType(), that.getOwnerType())
        && Arrays.equals(arguments, that.getActualTypeArguments());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(arguments) ^ Objects.hashCode(getOwnerType()) ^ raw.hashCode();
  }

  @Override
  public String toString() {
    StringJoiner text = new StringJoiner(", ", raw.getName() + "<", ">");
    for (Type argument : arguments) {
      text.add(argument.getTypeName());
    }
    return text.toString();
  }
}
