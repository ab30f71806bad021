package dev.grains.internal.definition;

import dev.grains.internal.codec.Codecs;
import dev.grains.internal.codec.TypeBindings;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Finds the methods of a contract: one for each name and parameter types, whoever declares it. */
record ContractMethods(List<ContractMethod> methods, Map<Method, ContractMethod> byMethod) {

  static ContractMethods of(Class<?> contract, Codecs codecs) {
    TypeBindings bindings = TypeBindings.of(contract);
    Map<String, List<Method>> bySignature = new TreeMap<>();
    for (Method method : all(contract)) {
      String signature = signature(method, bindings);
      bySignature.computeIfAbsent(signature, s -> new ArrayList<>()).add(method);
    }
    List<ContractMethod> methods = new ArrayList<>();
    Map<Method, ContractMethod> byMethod = new HashMap<>();
    Map<Integer, ContractMethod> byId = new HashMap<>();
    bySignature.forEach(
        (signature, declarations) -> {
          MethodReader reader = new MethodReader(contract, signature, bindings, codecs);
          ContractMethod method = reader.read(declarations);
          methods.add(method);
          declarations.forEach(declaration -> byMethod.put(declaration, method));
          ContractMethod other = byId.put(method.id(), method);
          if (other != null) {
            throw ContractRules.refusal(
                contract,
                "has two methods that are told apart by chance only, "
                    + other.signature()
                    + " and "
                    + signature
                    + "; rename one of them");
          }
        });
    return new ContractMethods(List.copyOf(methods), byMethod);
  }

  /** Returns the methods that a proxy may be called with, and those they override. */
  private static List<Method> all(Class<?> contract) {
    List<Method> result = new ArrayList<>(Arrays.asList(contract.getMethods()));
    addInherited(contract, result);
    result.removeIf(method -> Modifier.isStatic(method.getModifiers()));
    return result.stream().distinct().toList();
  }

  private static void addInherited(Class<?> type, List<Method> result) {
    for (Class<?> parent : type.getInterfaces()) {
      for (Method method : parent.getDeclaredMethods()) {
        if (Modifier.isPublic(method.getModifiers())) {
          result.add(method);
        }
      }
      addInherited(parent, result);
    }
  }

  private static String signature(Method method, TypeBindings bindings) {
    Method written = method.isBridge() ? overridden(method) : method;
    return Arrays.stream(written.getGenericParameterTypes())
        .map(type -> erased(type, bindings))
        .collect(Collectors.joining(",", method.getName() + "(", ")"));
  }

  private static String erased(Type type, TypeBindings bindings) {
    return TypeBindings.erase(bindings.resolve(type)).getName();
  }

  /** A bridge has lost its type variables; the method that it overrides still has them. */
  private static Method overridden(Method bridge) {
    for (Class<?> parent : bridge.getDeclaringClass().getInterfaces()) {
      for (Method method : parent.getMethods()) {
        if (!method.isBridge()
            && method.getName().equals(bridge.getName())
            && Arrays.equals(method.getParameterTypes(), bridge.getParameterTypes())) {
          return method;
        }
      }
    }
    return bridge;
  }
}
