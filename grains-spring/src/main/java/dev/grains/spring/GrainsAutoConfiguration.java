package dev.grains.spring;

import dev.grains.Grains;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.cloud.CloudPlatform;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

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
      InvalidProperty.notNegative(announce, "shutdown.announce");
    } else {
      boolean kubernetes = CloudPlatform.KUBERNETES.isActive(context.getEnvironment());
      announce = kubernetes ? ON_KUBERNETES : Duration.ZERO;
    }
    return new ShutdownAnnouncement(context, announce);
  }
}
