package dev.grains.internal.call;

import dev.grains.CallCycleException;
import dev.grains.GrainId;
import dev.grains.internal.definition.ContractMethod;
import dev.grains.spi.CallInfo;
import dev.grains.spi.CallInterceptor;
import dev.grains.spi.CallObserver;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Works out what travels with a call: options, the chain of waiting grains, headers. */
final class Attributes {

  private static final Outgoing PLAIN = new Outgoing(CallAttributes.NONE, null);

  private final List<CallInterceptor> interceptors;

  Attributes(List<CallInterceptor> interceptors) {
    this.interceptors = List.copyOf(interceptors);
  }

  /**
   * What goes out with one call.
   *
   * @param attributes what travels
   * @param observer told when the call ends
   */
  record Outgoing(CallAttributes attributes, @Nullable CallObserver observer) {

    void ended(@Nullable Throwable failure) {
      if (observer != null) {
        observer.onEnd(failure);
      }
    }
  }

  /** Refuses a call that its turn must not make. */
  static void check(CallScope scope, GrainId id, ContractMethod method) {
    String reason = scope.whyNoWaiting();
    if (reason != null) {
      throw new IllegalStateException(reason);
    }
    if (method.oneWay() || method.query()) {
      return; // nobody waits, or whether anybody waits is known at the owner
    }
    String called = id.toString();
    if (scope.chain().contains(called)) {
      throw cycle(scope.chain(), called);
    }
  }

  static CallCycleException cycle(List<String> chain, String called) {
    return new CallCycleException(
        String.join(" -> ", chain)
            + " -> "
            + called
            + ": "
            + called
            + " already waits for this"
            + " call; use a @OneWay command or afterCommit instead");
  }

  Outgoing of(
      @Nullable CallScope scope,
      Reference to,
      ContractMethod method,
      @Nullable Object @Nullable [] arguments) {
    if (scope == null
        && interceptors.isEmpty()
        && to.options.ifVersion() < 0
        && to.options.idempotencyKey() == null) {
      return PLAIN;
    }
    Map<String, String> headers = new HashMap<>();
    CallObserver observer = null;
    if (!interceptors.isEmpty()) {
      List<@Nullable Object> values = arguments == null ? List.of() : Arrays.asList(arguments);
      observer =
          Observers.of(
              interceptors,
              new CallInfo(to.id, to.contract.type(), method.method(), values, method.query()),
              headers);
    }
    List<String> chain = scope == null || method.oneWay() ? List.of() : scope.chain();
    String correlation = scope == null ? null : scope.correlation();
    CallAttributes attributes =
        new CallAttributes(
            to.options.ifVersion(), to.options.idempotencyKey(), chain, correlation, headers);
    return new Outgoing(attributes, observer);
  }
}
