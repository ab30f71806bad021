package dev.grains.spring.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.GrainId;
import dev.grains.Grains;
import dev.grains.spi.CallInfo;
import dev.grains.spi.CallInterceptor;
import dev.grains.spring.Contexts;
import dev.grains.spring.account.Account;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class MdcInterceptorTests {

  @AfterEach
  void clear() {
    MDC.clear();
  }

  @Test
  void namesTheGrainWhileItsHandlerRuns() throws Exception {
    MDC.put(MdcInterceptor.TYPE, "order");
    MDC.put(MdcInterceptor.KEY, "7");
    CallInfo call =
        new CallInfo(
            new GrainId("account", "42"),
            Account.class,
            Account.class.getMethod("balance"),
            List.of(),
            true);

    Object seen = new MdcInterceptor().aroundHandler(call, Map.of(), MDC::getCopyOfContextMap);

    assertThat(seen).isEqualTo(Map.of("grain.type", "account", "grain.key", "42"));
    assertThat(MDC.getCopyOfContextMap())
        .isEqualTo(Map.of("grain.type", "order", "grain.key", "7"));
  }

  @Test
  void namesTheGrainInTheLogLinesOfHandlers() {
    ConcurrentLinkedQueue<String> logged = new ConcurrentLinkedQueue<>();
    Contexts.bank()
        .withBean(CallInterceptor.class, () -> new LogReader(logged))
        .run(context -> context.getBean(Grains.class).get(Account.class, "42").deposit(100));

    assertThat(logged).containsExactly("account/42");
  }

  @Test
  void canBeSwitchedOff() {
    Contexts.bank()
        .withPropertyValues("grains.mdc=false")
        .run(context -> assertThat(context).doesNotHaveBean("grainsMdcInterceptor"));
  }

  /** Reads what a log line of the handler would show. */
  private record LogReader(ConcurrentLinkedQueue<String> logged) implements CallInterceptor {

    @Override
    public @Nullable Object aroundHandler(
        CallInfo call, Map<String, String> headers, Callable<@Nullable Object> handler)
        throws Exception {
      logged.add(MDC.get("grain.type") + "/" + MDC.get("grain.key"));
      return handler.call();
    }
  }
}
