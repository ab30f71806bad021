package dev.grains.spring;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Behind a reference that was asked for before grains started, by a constructor perhaps. */
final class EarlyReference implements InvocationHandler {

  private final String name;
  private final Supplier<?> source;
  private volatile @Nullable Object reference;

  private EarlyReference(String name, Supplier<?> source) {
    this.name = name;
    this.source = source;
  }

  static <C> C create(Class<C> contract, String key, Supplier<C> source) {
    return contract.cast(
        Proxy.newProxyInstance(
            contract.getClassLoader(),
            new Class<?>[] {contract},
            new EarlyReference(contract.getSimpleName() + "/" + key, source)));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return ofObject(proxy, method, arguments);
    }
    Object target = reference;
    if (target == null) {
      target = source.get();
      reference = target;
    }
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw thrown.getTargetException();
    }
  }

  private Object ofObject(Object proxy, Method method, Object @Nullable [] arguments) {
    return switch (method.getName()) {
      case "toString" -> "reference to " + name;
      case "hashCode" -> System.identityHashCode(proxy);
      default -> arguments != null && proxy == arguments[0];
    };
  }
}
