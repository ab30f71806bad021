package dev.grains.internal.call;

import dev.grains.CallOptions;
import dev.grains.GrainId;
import dev.grains.internal.definition.Contract;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Behind the proxy that callers hold: which grain, which options. */
final class Reference implements InvocationHandler {

  final GrainId id;
  final Contract contract;
  final CallOptions options;
  final long timeoutMillis;
  private final Calls calls;
  private @Nullable Target target;
  @Nullable Lane lane; // where its last command went; may be retired

  Reference(GrainId id, Contract contract, CallOptions options, long timeoutMillis, Calls calls) {
    this.id = id;
    this.contract = contract;
    this.options = options;
    this.timeoutMillis = timeoutMillis;
    this.calls = calls;
  }

  @Override
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return ofObject(proxy, method, arguments);
    }
    return calls.call(this, contract.method(method), arguments);
  }

  private Object ofObject(Object proxy, Method method, Object @Nullable [] arguments) {
    return switch (method.getName()) {
      case "toString" -> "reference to " + id;
      case "hashCode" -> id.hashCode();
      default -> arguments != null && arguments[0] != null && sameGrain(proxy, arguments[0]);
    };
  }

  private boolean sameGrain(Object proxy, Object other) {
    return proxy == other
        || other.getClass() == proxy.getClass()
            && java.lang.reflect.Proxy.getInvocationHandler(other) instanceof Reference reference
            && reference.id.equals(id)
            && reference.options.equals(options);
  }

  Target target() {
    Target known = target; // racy single-check: every thread computes the same
    if (known == null) {
      known = calls.target(id);
      target = known;
    }
    return known;
  }
}
