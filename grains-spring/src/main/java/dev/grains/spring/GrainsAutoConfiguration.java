package dev.grains.spring;

import dev.grains.Grains;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
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

  @Bean
  @ConditionalOnMissingBean(Grains.class)
  SpringGrains grains(GrainsProperties properties, ConfigurableApplicationContext context) {
    return new SpringGrains(new GrainsLauncher(properties, context));
  }
}
