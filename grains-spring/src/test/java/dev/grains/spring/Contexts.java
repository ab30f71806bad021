package dev.grains.spring;

import dev.grains.spring.account.Bank;
import dev.grains.spring.actuate.GrainsEndpointAutoConfiguration;
import dev.grains.spring.actuate.GrainsHealthAutoConfiguration;
import dev.grains.spring.observation.GrainsObservationAutoConfiguration;
import dev.grains.spring.security.GrainsSecurityAutoConfiguration;
import dev.grains.spring.web.GrainsWebAutoConfiguration;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;

/** Application contexts with everything that the starter configures. */
public final class Contexts {

  /** All auto-configurations of the starter. */
  public static final AutoConfigurations STARTER =
      AutoConfigurations.of(
          GrainsAutoConfiguration.class,
          JdbcStoreAutoConfiguration.class,
          HazelcastFileAutoConfiguration.class,
          GrainsEndpointAutoConfiguration.class,
          GrainsHealthAutoConfiguration.class,
          GrainsObservationAutoConfiguration.class,
          GrainsSecurityAutoConfiguration.class,
          GrainsWebAutoConfiguration.class);

  private Contexts() {}

  /** A context with the starter, and no grains. */
  public static ApplicationContextRunner empty() {
    return new ApplicationContextRunner().withConfiguration(STARTER).withBean(QuickMember.class);
  }

  /** A context with the starter and the grains of a bank. */
  public static ApplicationContextRunner bank() {
    return empty()
        .withUserConfiguration(Bank.class)
        .withInitializer(context -> register(context, Bank.class));
  }

  /** Makes a package one of those of the application. */
  static void register(ConfigurableApplicationContext context, Class<?> inPackage) {
    AutoConfigurationPackages.register(
        (BeanDefinitionRegistry) context.getBeanFactory(), inPackage.getPackageName());
  }
}
