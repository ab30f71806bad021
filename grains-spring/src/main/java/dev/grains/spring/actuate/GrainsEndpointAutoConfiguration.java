package dev.grains.spring.actuate;

import dev.grains.Grains;
import dev.grains.spring.GrainsAutoConfiguration;
import java.util.Objects;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

/**
 * {@linkplain org.springframework.boot.autoconfigure.EnableAutoConfiguration Auto-configuration} of
 * the {@link GrainsEndpoint}.
 *
 * @since 0.1
 */
@AutoConfiguration(after = GrainsAutoConfiguration.class)
@ConditionalOnClass({Endpoint.class, ConditionalOnAvailableEndpoint.class})
@ConditionalOnBean(Grains.class)
@ConditionalOnAvailableEndpoint(GrainsEndpoint.class)
@EnableConfigurationProperties(GrainsEndpointProperties.class)
public final class GrainsEndpointAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  GrainsEndpoint grainsEndpoint(
      Grains grains, GrainsEndpointProperties properties, ApplicationContext context) {
    return new GrainsEndpoint(
        grains, properties, Objects.requireNonNull(context.getClassLoader(), "class loader"));
  }
}
