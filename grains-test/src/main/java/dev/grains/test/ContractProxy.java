package dev.grains.test;

import dev.grains.GrainId;
import dev.grains.internal.definition.Contract;
import dev.grains.internal.definition.ContractMethod;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The reference to a grain that is not in a cluster: each call goes to a target. */
final class ContractProxy implements InvocationHandler {

  /** Takes the calls; a failure goes to the caller as it is. */
  interface Target {
    @Nullable Object call(ContractMethod method, @Nullable Object[] arguments) throws Throwable;
  }

  private static final @Nullable Object[] NO_ARGUMENTS = {};

  private final Contract contract;
  private final GrainId id;
  private final Target target;

  private ContractProxy(Contract contract, GrainId id, Target target) {
    this.contract = contract;
    this.id = id;
    this.target = target;
  }

  static Object of(Contract contract, GrainId id, Target target) {
    Class<?> type = contract.type();
    return Proxy.newProxyInstance(
        type.getClassLoader(), new Class<?>[] {type}, new ContractProxy(contract, id, target));
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] given)
      throws Throwable {
    @Nullable Object[] arguments = given == null ? NO_ARGUMENTS : given;
    if (method.getDeclaringClass() == Object.class) {
      return ofObject(proxy, method, arguments);
    }
    ContractMethod called = contract.method(method);
    if (!called.async()) {
      return target.call(called, arguments);
    }
    try {
      return CompletableFuture.completedFuture(target.call(called, arguments));
    } catch (AssertionError e) {
      throw e;
    } catch (Throwable e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private Object ofObject(Object proxy, Method method, @Nullable Object[] arguments) {
    return switch (method.getName()) {
      case "equals" -> proxy == arguments[0];
      case "hashCode" -> System.identityHashCode(proxy);
      default -> id.toString();
    };
  }
}
