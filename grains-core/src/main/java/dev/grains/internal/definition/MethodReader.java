package dev.grains.internal.definition;

import dev.grains.GrainDefinitionException;
import dev.grains.annotation.OneWay;
import dev.grains.annotation.ReadOnly;
import dev.grains.internal.codec.Codecs;
import dev.grains.internal.codec.TypeBindings;
import dev.grains.internal.codec.ValueCodec;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;

/** Reads one method of a contract, and checks that it can work. */
final class MethodReader {

  private static final Set<String> OBJECT_METHODS =
      Set.of("toString()", "hashCode()", "equals(java.lang.Object)");

  private final Class<?> contract;
  private final String signature;
  private final TypeBindings bindings;
  private final Codecs codecs;

  MethodReader(Class<?> contract, String signature, TypeBindings bindings, Codecs codecs) {
    this.contract = contract;
    this.signature = signature;
    this.bindings = bindings;
    this.codecs = codecs;
  }

  ContractMethod read(List<Method> declarations) {
    Method method = mostSpecific(declarations);
    checkKind(method);
    List<ValueCodec> parameters = parameters(method);
    boolean async = isStage(method);
    ValueCodec result = codecs.codec(resultType(method), "the result of " + name());
    return new ContractMethod(
        name(),
        signature,
        method,
        async,
        new MethodCodecs(name(), parameters, result, codecs.throwables(exceptions(method))));
  }

  private String name() {
    return contract.getName() + "." + signature;
  }

  private GrainDefinitionException refusal(String whyAndRemedy) {
    return new GrainDefinitionException("the contract method " + name() + " " + whyAndRemedy);
  }

  /** Returns the declaration that counts: the one that no other overrides. */
  private Method mostSpecific(List<Method> declarations) {
    List<Method> written = declarations.stream().filter(m -> !m.isBridge()).toList();
    List<Method> candidates =
        written.stream().filter(m -> written.stream().noneMatch(o -> overrides(o, m))).toList();
    Method first = candidates.get(0);
    for (Method other : candidates) {
      if (isQuery(other) != isQuery(first)
          || isOneWay(other) != isOneWay(first)
          || !Arrays.equals(other.getExceptionTypes(), first.getExceptionTypes())
          || !other.getGenericReturnType().equals(first.getGenericReturnType())) {
        throw refusal(
            "comes from "
                + first.getDeclaringClass().getName()
                + " and "
                + other.getDeclaringClass().getName()
                + ", which do not say the same; declare it in the contract itself");
      }
    }
    return first;
  }

  private static boolean overrides(Method method, Method other) {
    Class<?> declaring = method.getDeclaringClass();
    return declaring != other.getDeclaringClass()
        && other.getDeclaringClass().isAssignableFrom(declaring);
  }

  private static boolean isQuery(Method method) {
    return method.isAnnotationPresent(ReadOnly.class);
  }

  private static boolean isOneWay(Method method) {
    return method.isAnnotationPresent(OneWay.class);
  }

  private void checkKind(Method method) {
    if (OBJECT_METHODS.contains(signature)) {
      throw refusal("is answered by the reference and never by the grain; rename or remove it");
    }
    if (isOneWay(method) && isQuery(method)) {
      throw refusal("is both @OneWay and @ReadOnly; remove one of them");
    }
    if (isOneWay(method) && method.getReturnType() != void.class) {
      throw refusal("is @OneWay and yet returns something; let it return void");
    }
    if (method.isVarArgs()) {
      throw refusal("has variable arguments, which are an array; take a List instead");
    }
  }

  private List<ValueCodec> parameters(Method method) {
    List<ValueCodec> result = new ArrayList<>();
    for (Type type : method.getGenericParameterTypes()) {
      String where = "parameter " + (result.size() + 1) + " of " + name();
      result.add(codecs.codec(bindings.resolve(type), where));
    }
    return result;
  }

  private static boolean isStage(Method method) {
    return method.getReturnType() == CompletionStage.class;
  }

  private Type resultType(Method method) {
    Type type = bindings.resolve(method.getGenericReturnType());
    Class<?> raw = TypeBindings.erase(type);
    if (raw == CompletionStage.class) {
      if (type instanceof ParameterizedType stage) {
        return stage.getActualTypeArguments()[0];
      }
      throw refusal("returns a raw CompletionStage; write CompletionStage<...>");
    }
    if (Future.class.isAssignableFrom(raw)
        || CompletionStage.class.isAssignableFrom(raw)
        || Flow.Publisher.class.isAssignableFrom(raw)) {
      throw refusal("returns " + type.getTypeName() + "; let it return CompletionStage<...>");
    }
    return type;
  }

  private List<Class<? extends Throwable>> exceptions(Method method) {
    List<Class<? extends Throwable>> result = new ArrayList<>();
    for (Type type : method.getGenericExceptionTypes()) {
      result.add(TypeBindings.erase(bindings.resolve(type)).asSubclass(Throwable.class));
    }
    return result;
  }
}
