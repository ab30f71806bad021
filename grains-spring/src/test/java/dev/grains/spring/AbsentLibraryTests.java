package dev.grains.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.Grains;
import dev.grains.spring.account.Account;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.FilteredClassLoader;

class AbsentLibraryTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.grains.jdbc",
        "org.springframework.boot.hazelcast",
        "org.springframework.boot.health.contributor",
        "org.springframework.boot.actuate.endpoint.annotation",
        "org.springframework.web",
        "org.springframework.security",
        "io.micrometer.tracing",
        "io.micrometer.core.instrument.binder",
        "org.springframework.boot.web",
        "org.springframework.jdbc"
      })
  void grainsRunWithoutIt(String packageName) {
    Contexts.bank()
        .withClassLoader(new FilteredClassLoader(packageName))
        .run(
            context ->
                assertThat(context.getBean(Grains.class).get(Account.class, "42").deposit(100))
                    .isEqualTo(99));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dev.grains.jdbc.JdbcGrainStore=grainsJdbcStore",
        "org.springframework.boot.hazelcast=grainsHazelcastConfigCustomizer",
        "org.springframework.boot.health.contributor=grainsHealthContributor",
        "org.springframework.boot.actuate.endpoint.annotation=grainsEndpoint",
        "org.springframework.web=grainsWebMvcConfigurer",
        "org.springframework.security=grainsSecurityInterceptor",
        "io.micrometer.observation.ObservationRegistry=grainsObservationInterceptor"
      })
  void nothingIsConfiguredForIt(String packageAndBean) {
    String[] parts = packageAndBean.split("=");
    Contexts.bank()
        .withClassLoader(new FilteredClassLoader(parts[0]))
        .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(parts[1]));
  }
}
