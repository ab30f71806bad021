package dev.grains.spring.security;

import dev.grains.spi.CallInfo;
import java.lang.reflect.Method;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Pointcut;
import org.springframework.security.authorization.method.AuthorizationAdvisor;

/** The rules that method security has for the methods of contracts. Thread-safe. */
final class MethodSecurity {

  private final Iterable<AuthorizationAdvisor> advisors;
  private final Map<Secured, List<AuthorizationAdvisor>> byMethod = new ConcurrentHashMap<>();

  private record Secured(Class<?> contract, Method method) {}

  /**
   * Creates the rules.
   *
   * @param advisors the rules of the application, in their order; none without
   *     {@code @EnableMethodSecurity}
   */
  MethodSecurity(Iterable<AuthorizationAdvisor> advisors) {
    this.advisors = advisors;
  }

  /** Runs a handler with what its rules do before and after. */
  @Nullable Object check(CallInfo call, Callable<@Nullable Object> handler) throws Exception {
    List<AuthorizationAdvisor> rules =
        byMethod.computeIfAbsent(new Secured(call.contract(), call.method()), this::rules);
    if (rules.isEmpty()) {
      return handler.call();
    }
    try {
      return new SecuredCall(call, rules, handler).proceed();
    } catch (Exception | Error thrown) {
      throw thrown;
    } catch (Throwable thrown) {
      throw new UndeclaredThrowableException(thrown);
    }
  }

  private List<AuthorizationAdvisor> rules(Secured secured) {
    return StreamSupport.stream(advisors.spliterator(), false)
        .filter(advisor -> applies(advisor.getPointcut(), secured))
        .toList();
  }

  private static boolean applies(Pointcut pointcut, Secured secured) {
    return pointcut.getClassFilter().matches(secured.contract())
        && pointcut.getMethodMatcher().matches(secured.method(), secured.contract());
  }
}
