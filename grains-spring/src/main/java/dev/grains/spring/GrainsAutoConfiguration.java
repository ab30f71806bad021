package dev.grains.spring;

import dev.grains.Grains;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * {@linkplain org.springframework.boot.autoconfigure.EnableAutoConfiguration Auto-configuration} of
 * {@link Grains}.
 *
 * @since 0.1
 */
@AutoConfiguration(
    afterName = {
      "org.springframework.boot.hazelcast.autoconfigure.HazelcastAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
    })
@EnableConfigurationProperties(GrainsProperties.class)
@Import(ApplicationGrainsRegistrar.class)
public final class GrainsAutoConfiguration {

  private static final Duration ON_KUBERNETES = Duration.ofSeconds(5);
  private static final Duration PHASE = Duration.ofSeconds(30); // the default of Spring Boot

  @Bean
  static HazelcastVersionCheck grainsHazelcastVersionCheck() {
    return new HazelcastVersionCheck();
  }

  @Bean
  static HazelcastConfigPostProcessor grainsHazelcastConfigPostProcessor(
      ApplicationContext context) {
    return new HazelcastConfigPostProcessor(context);
  }

  @Bean
  @ConditionalOnMissingBean(Grains.class)
  SpringGrains grains(GrainsProperties properties, ConfigurableApplicationContext context) {
    return new SpringGrains(new GrainsLauncher(properties, context));
  }

  @Bean
  ShutdownAnnouncement grainsShutdownAnnouncement(
      GrainsProperties properties, ApplicationContext context) {
    Duration announce = properties.shutdown().announce();
    if (announce != null) {
      checkAnnouncement(announce, context.getEnvironment());
    } else {
      boolean kubernetes = CloudPlatform.KUBERNETES.isActive(context.getEnvironment());
      announce = kubernetes ? ON_KUBERNETES : Duration.ZERO;
    }
    return new ShutdownAnnouncement(context, announce);
  }

  private static void checkAnnouncement(Duration announce, Environment environment) {
    InvalidProperty.notNegative(announce, "shutdown.announce");
    Duration phase =
        Binder.get(environment)
            .bind("spring.lifecycle.timeout-per-shutdown-phase", Duration.class)
            .orElse(PHASE);
    if (announce.compareTo(phase) >= 0) {
      throw InvalidProperty.of(
          "shutdown.announce",
          announce,
          "It must be less than spring.lifecycle.timeout-per-shutdown-phase, "
              + phase
              + ", after which the web server stops to accept in any case.");
    }
  }
}
