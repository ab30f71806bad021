package dev.grains.internal.codec;

import dev.grains.spi.GrainJackson;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.Map;

/**
 * Checks a sealed hierarchy: closed everywhere, names unique, each concrete type fit to be sent.
 */
final class SealedCheck {

  private final TypeCheck check;
  private final String path;

  SealedCheck(TypeCheck check, String path) {
    this.check = check;
    this.path = path;
  }

  void check(Type type) {
    Class<?> raw = TypeBindings.erase(type);
    checkClosed(raw, raw);
    Map<String, Class<?>> names = new HashMap<>();
    for (Class<?> concrete : GrainJackson.concreteTypes(raw)) {
      checkName(concrete, names, raw);
      check.checkPart(specialize(concrete, type), "one of the types of " + raw.getTypeName(), path);
    }
  }

  private void checkClosed(Class<?> type, Class<?> root) {
    boolean isAbstract = Modifier.isAbstract(type.getModifiers());
    if (type.isSealed() && !type.isEnum()) {
      if (!isAbstract) {
        throw check.refusal(type, path, "is sealed and yet concrete; make it abstract");
      }
      for (Class<?> permitted : type.getPermittedSubclasses()) {
        checkClosed(permitted, root);
      }
    } else if (!type.isEnum() && !Modifier.isFinal(type.getModifiers())) {
      throw check.refusal(
          type,
          "one of the types of " + root.getTypeName(),
          "is non-sealed, so that anything may extend it; make it a record");
    }
  }

  private void checkName(Class<?> concrete, Map<String, Class<?>> names, Class<?> root) {
    String name = GrainJackson.typeName(concrete);
    Class<?> other = names.put(name, concrete);
    if (name.isBlank() || GrainJackson.formatVersion(concrete) < 1) {
      throw check.refusal(
          concrete,
          "one of the types of " + root.getTypeName(),
          "needs a name and a version of 1 or more; correct its @EventType");
    }
    if (other != null) {
      throw check.refusal(
          root,
          path,
          "has two types named '"
              + name
              + "', "
              + other.getTypeName()
              + " and "
              + concrete.getTypeName()
              + "; rename one, or give it @EventType(\"...\")");
    }
  }

  /** Returns a concrete type with the type arguments that follow from those of its supertype. */
  private static Type specialize(Class<?> concrete, Type sealedType) {
    TypeVariable<?>[] variables = concrete.getTypeParameters();
    if (variables.length == 0 || !(sealedType instanceof ParameterizedType parameterized)) {
      return variables.length == 0 ? concrete : new GenericClass(concrete, bounds(variables));
    }
    TypeBindings own = TypeBindings.of(new GenericClass(concrete, variables));
    TypeVariable<?>[] superVariables = TypeBindings.erase(sealedType).getTypeParameters();
    Type[] arguments = bounds(variables);
    for (int i = 0; i < superVariables.length; i++) {
      Type inOwnTerms = own.resolve(superVariables[i]);
      for (int j = 0; j < variables.length; j++) {
        if (variables[j].equals(inOwnTerms)) {
          arguments[j] = parameterized.getActualTypeArguments()[i];
        }
      }
    }
    return new GenericClass(concrete, arguments);
  }

  private static Type[] bounds(TypeVariable<?>[] variables) {
    Type[] result = new Type[variables.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = TypeBindings.of(Object.class).resolve(variables[i]);
    }
    return result;
  }
}
