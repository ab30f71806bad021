package dev.grains.spring.observation;

import dev.grains.spi.CallInterceptor;
import dev.grains.spring.GrainsAutoConfiguration;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/**
 * {@linkplain org.springframework.boot.autoconfigure.EnableAutoConfiguration Auto-configuration} of
 * observations and logging contexts.
 *
 * @since 0.1
 */
@AutoConfiguration(
    before = GrainsAutoConfiguration.class,
    afterName =
        "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
public final class GrainsObservationAutoConfiguration {

  static final int MDC_ORDER = -300;
  static final int OBSERVATION_ORDER = -200;

  @Bean
  @Order(MDC_ORDER)
  @ConditionalOnBooleanProperty(name = "grains.mdc", matchIfMissing = true)
  CallInterceptor grainsMdcInterceptor() {
    return new MdcInterceptor();
  }

  @Bean
  @Order(OBSERVATION_ORDER)
  @ConditionalOnBean(ObservationRegistry.class)
  @ConditionalOnMissingBean(name = "grainsObservationInterceptor")
  CallInterceptor grainsObservationInterceptor(ObservationRegistry registry) {
    return new ObservationInterceptor(registry);
  }
}
