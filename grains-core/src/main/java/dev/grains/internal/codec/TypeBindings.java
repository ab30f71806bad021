package dev.grains.internal.codec;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the type variables of a type and of all its supertypes stand for. Immutable.
 *
 * @param bindings the types that the variables stand for
 */
public record TypeBindings(Map<TypeVariable<?>, Type> bindings) {

  /**
   * Collects the bindings of a type.
   *
   * @param type a class, or a class with type arguments
   * @return its bindings
   */
  public static TypeBindings of(Type type) {
    TypeBindings result = new TypeBindings(new HashMap<>());
    result.add(type);
    return result;
  }

  private void add(Type type) {
    Class<?> raw = erase(type);
    if (type instanceof ParameterizedType parameterized) {
      TypeVariable<?>[] variables = raw.getTypeParameters();
      for (int i = 0; i < variables.length; i++) {
        bindings.put(variables[i], parameterized.getActualTypeArguments()[i]);
      }
    }
    if (raw.getGenericSuperclass() != null) {
      add(resolve(raw.getGenericSuperclass()));
    }
    for (Type implemented : raw.getGenericInterfaces()) {
      add(resolve(implemented));
    }
  }

  /**
   * Replaces type variables by what they stand for.
   *
   * @param type the type as it is declared in the class or one of its supertypes
   * @return the type; a variable that stands for nothing is replaced by its bound, and stays if it
   *     has none
   */
  public Type resolve(Type type) {
    return resolve(type, new HashSet<>());
  }

  private Type resolve(Type type, Set<TypeVariable<?>> open) {
    if (type instanceof TypeVariable<?> variable) {
      return resolveVariable(variable, open);
    }
    if (type instanceof ParameterizedType parameterized) {
      Type[] arguments = parameterized.getActualTypeArguments().clone();
      for (int i = 0; i < arguments.length; i++) {
        arguments[i] = resolve(arguments[i], open);
      }
      return new GenericClass(erase(parameterized), arguments);
    }
    return type;
  }

  private Type resolveVariable(TypeVariable<?> variable, Set<TypeVariable<?>> open) {
    Type bound = bindings.get(variable);
    if (bound != null) {
      return bound;
    }
    Type upper = variable.getBounds()[0];
    // a bound that names its own variable, as in T extends Comparable<T>, has no end
    if (upper == Object.class || !open.add(variable)) {
      return variable;
    }
    Type result = resolve(upper, open);
    open.remove(variable);
    return result;
  }

  /**
   * Returns the class of a type without type arguments.
   *
   * @param type any type
   * @return its class
   */
  public static Class<?> erase(Type type) {
    if (type instanceof Class<?> plain) {
      return plain;
    }
    if (type instanceof ParameterizedType parameterized) {
      return (Class<?>) parameterized.getRawType();
    }
    if (type instanceof TypeVariable<?> variable) {
      return erase(variable.getBounds()[0]);
    }
    if (type instanceof WildcardType wildcard) {
      return erase(wildcard.getUpperBounds()[0]);
    }
    return erase(((GenericArrayType) type).getGenericComponentType()).arrayType();
  }
}
