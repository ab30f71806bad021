package dev.grains.spring.observation;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grains.Grains;
import dev.grains.spring.Contexts;
import dev.grains.spring.account.Account;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ObservationInterceptorTests {

  private final TestObservationRegistry registry = TestObservationRegistry.create();
  private final ApplicationContextRunner bank =
      Contexts.bank().withBean(TestObservationRegistry.class, () -> registry);

  @Test
  void observesACallAndItsHandler() {
    bank.run(context -> context.getBean(Grains.class).get(Account.class, "42").deposit(100));

    for (String name : new String[] {"grains.call", "grains.handler"}) {
      TestObservationRegistryAssert.assertThat(registry)
          .hasObservationWithNameEqualTo(name)
          .that()
          .hasContextualNameEqualTo("account.deposit")
          .hasLowCardinalityKeyValue("grain.type", "account")
          .hasLowCardinalityKeyValue("grain.method", "deposit")
          .hasLowCardinalityKeyValue("grain.kind", "command")
          .hasHighCardinalityKeyValue("grain.key", "42")
          .doesNotHaveLowCardinalityKeyValueWithKey("grain.key")
          .hasOnlyKeys("grain.type", "grain.method", "grain.kind", "grain.key")
          .doesNotHaveError()
          .hasBeenStarted()
          .hasBeenStopped();
    }
  }

  @Test
  void observesAQuery() {
    bank.run(context -> context.getBean(Grains.class).get(Account.class, "42").balance());

    TestObservationRegistryAssert.assertThat(registry)
        .hasObservationWithNameEqualTo("grains.call")
        .that()
        .hasLowCardinalityKeyValue("grain.kind", "query")
        .hasBeenStopped();
  }

  @Test
  void observesAFailureOnBothSides() {
    bank.run(
        context -> {
          Account account = context.getBean(Grains.class).get(Account.class, "42");
          assertThatThrownBy(() -> account.deposit(-1)).isInstanceOf(RuntimeException.class);
        });

    for (String name : new String[] {"grains.call", "grains.handler"}) {
      TestObservationRegistryAssert.assertThat(registry)
          .hasObservationWithNameEqualTo(name)
          .that()
          .hasError()
          .hasBeenStopped();
    }
  }
}
