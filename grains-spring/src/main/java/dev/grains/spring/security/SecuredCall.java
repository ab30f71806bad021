package dev.grains.spring.security;

import dev.grains.GrainId;
import dev.grains.spi.CallInfo;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.Callable;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.TargetClassAware;
import org.springframework.security.authorization.method.AuthorizationAdvisor;

/** One call on its way through the rules of its method. Confined to its thread. */
final class SecuredCall implements MethodInvocation {

  private final CallInfo call;
  private final List<AuthorizationAdvisor> rules;
  private final Callable<@Nullable Object> handler;
  private final Object grain;
  private int passed;

  SecuredCall(CallInfo call, List<AuthorizationAdvisor> rules, Callable<@Nullable Object> handler) {
    this.call = call;
    this.rules = rules;
    this.handler = handler;
    this.grain = standIn(call);
  }

  /** Stands for the grain, which rules may know by its contract and its id and cannot call. */
  private static Object standIn(CallInfo call) {
    GrainId id = call.id();
    return Proxy.newProxyInstance(
        call.contract().getClassLoader(),
        new Class<?>[] {call.contract(), SecuredGrain.class, TargetClassAware.class},
        (proxy, method, arguments) ->
            switch (method.getName()) {
              case "grainId" -> id;
              // names of arguments are looked up there; a proxy has none, and rules would see null
              case "getTargetClass" -> call.contract();
              case "toString" -> id.toString();
              case "hashCode" -> id.hashCode();
              case "equals" -> arguments != null && arguments[0] == proxy;
              default ->
                  throw new UnsupportedOperationException(
                      "a security rule of " + id + " called the grain, which only its turns may");
            });
  }

  @Override
  public @Nullable Object proceed() throws Throwable {
    return passed < rules.size() ? rules.get(passed++).invoke(this) : handler.call();
  }

  @Override
  public Method getMethod() {
    return call.method();
  }

  @Override
  public @Nullable Object[] getArguments() {
    return call.arguments().toArray();
  }

  @Override
  public Object getThis() {
    return grain;
  }

  @Override
  public AccessibleObject getStaticPart() {
    return call.method();
  }
}
