package dev.grains.internal.codec;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.grains.GrainDefinitionException;
import dev.grains.annotation.Grain;
import dev.grains.spi.GrainJackson;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks that every value of a type is immutable and survives being sent. For one use. */
final class TypeCheck {

  private final String where;
  private final Set<Type> objects = new LinkedHashSet<>();

  TypeCheck(String where) {
    this.where = where;
  }

  /** Checks a type; returns the types of the objects that its values are made of. */
  Set<Type> check(Type type) {
    check(type, "");
    return objects;
  }

  private void check(Type type, String path) {
    if (type instanceof Class<?> plain) {
      checkClass(plain, path);
    } else if (type instanceof ParameterizedType parameterized) {
      checkGeneric(parameterized, path);
    } else if (type instanceof WildcardType) {
      throw refusal(type, path, "is not one type; name the type without a wildcard");
    } else if (type instanceof TypeVariable<?>) {
      throw refusal(type, path, "could be anything; give it a bound, or name the type itself");
    } else if (type instanceof GenericArrayType) {
      throw arrayRefusal(type, path);
    }
  }

  private void checkClass(Class<?> type, String path) {
    if (type.isPrimitive() && type != void.class || JdkTypes.isValue(type) || type.isEnum()) {
      return;
    }
    if (type.isArray()) {
      throw arrayRefusal(type, path);
    }
    if (type.getTypeParameters().length > 0 && !refusedAnyway(type)) {
      throw refusal(type, path, "is used without type arguments; write them out");
    }
    checkObject(type, path);
  }

  private static boolean refusedAnyway(Class<?> type) {
    return JdkTypes.isJdk(type)
        && !Set.of(List.class, Set.class, Collection.class, Map.class, Optional.class)
            .contains(type);
  }

  private void checkGeneric(ParameterizedType type, String path) {
    Class<?> raw = TypeBindings.erase(type);
    Type[] arguments = type.getActualTypeArguments();
    if (raw == List.class || raw == Set.class || raw == Collection.class) {
      check(arguments[0], path);
    } else if (raw == Optional.class) {
      if (TypeBindings.erase(arguments[0]) == Optional.class) {
        throw refusal(type, path, "cannot tell its two kinds of empty apart; use one Optional");
      }
      check(arguments[0], path);
    } else if (raw == Map.class) {
      checkKey(arguments[0], path);
      check(arguments[1], path);
    } else {
      checkObject(type, path);
    }
  }

  private void checkKey(Type type, String path) {
    check(type, path);
    if (!GrainJackson.isMapKey(TypeBindings.erase(type))) {
      throw refusal(
          type,
          path,
          "cannot be the key of a map; use String, UUID, an enum, Integer, Long, LocalDate, or a"
              + " record with one component of these");
    }
  }

  private void checkObject(Type type, String path) {
    Class<?> raw = TypeBindings.erase(type);
    if (objects.contains(type)) {
      return;
    }
    refuseForeign(raw, path);
    if (raw.isSealed()) {
      new SealedCheck(this, path).check(type);
    } else if (raw.isInterface() || Modifier.isAbstract(raw.getModifiers())) {
      String kind = raw.isInterface() ? "an interface" : "a class";
      throw refusal(
          type, path, "is " + kind + " that anything may extend; make it sealed, or use a record");
    } else if (raw.isRecord()) {
      objects.add(type);
      checkComponents(type, raw, path);
    } else {
      objects.add(type);
      new PlainClassCheck(this, path).check(type);
    }
  }

  private void refuseForeign(Class<?> raw, String path) {
    if (Throwable.class.isAssignableFrom(raw)) {
      throw refusal(raw, path, "is an exception; throw it, or send a record");
    }
    if (JdkTypes.isJdk(raw)) {
      throw refusal(raw, path, JdkTypes.refusal(raw));
    }
    if (raw.isAnnotationPresent(Grain.class)) {
      throw refusal(raw, path, "is a grain; send its key, and get the grain from it");
    }
    if (raw.isAnnotationPresent(JsonTypeInfo.class)) {
      throw refusal(
          raw, path, "has @JsonTypeInfo, which is not heeded; make it sealed and remove that");
    }
  }

  private void checkComponents(Type type, Class<?> raw, String path) {
    TypeBindings bindings = TypeBindings.of(type);
    for (RecordComponent component : raw.getRecordComponents()) {
      check(
          bindings.resolve(component.getGenericType()),
          within("component " + component.getName() + " of " + raw.getTypeName(), path));
    }
  }

  void checkPart(Type type, String place, String path) {
    check(type, within(place, path));
  }

  private static String within(String place, String path) {
    return path.isEmpty() ? place : place + ", in " + path;
  }

  private GrainDefinitionException arrayRefusal(Type type, String path) {
    String remedy =
        type == byte[].class
            ? "use a String in Base64, or List<Byte>"
            : "use List<" + elementName(type) + ">";
    return refusal(type, path, "is an array and so mutable; " + remedy);
  }

  private static String elementName(Type array) {
    if (array instanceof Class<?> plain) {
      Class<?> element = plain.getComponentType();
      return element.isPrimitive()
          ? java.lang.invoke.MethodType.methodType(element).wrap().returnType().getSimpleName()
          : element.getTypeName();
    }
    return ((GenericArrayType) array).getGenericComponentType().getTypeName();
  }

  GrainDefinitionException refusal(Type type, String path, String whyAndRemedy) {
    String place = path.isEmpty() ? "" : " (" + path + ")";
    return new GrainDefinitionException(
        where + " cannot be serialized: " + type.getTypeName() + place + " " + whyAndRemedy);
  }
}
