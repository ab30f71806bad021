package dev.grains.spring.actuate;

import dev.grains.Grains;
import dev.grains.spi.GrainStore;
import dev.grains.spring.GrainsAutoConfiguration;
import dev.grains.spring.GrainsProperties;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/**
 * {@linkplain org.springframework.boot.autoconfigure.EnableAutoConfiguration Auto-configuration} of
 * the health of grains.
 *
 * @since 0.1
 */
@AutoConfiguration(after = GrainsAutoConfiguration.class)
@ConditionalOnClass({HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(Grains.class)
@ConditionalOnEnabledHealthIndicator("grains")
public final class GrainsHealthAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean(name = {"grainsHealthIndicator", "grainsHealthContributor"})
  GrainsHealthIndicator grainsHealthContributor(
      Grains grains, Map<String, GrainStore> stores, GrainsProperties properties) {
    return new GrainsHealthIndicator(grains, stores, properties.cluster().minMembers());
  }
}
