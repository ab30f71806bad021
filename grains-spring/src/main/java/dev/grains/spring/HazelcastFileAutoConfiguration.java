package dev.grains.spring;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.hazelcast.autoconfigure.HazelcastConfigCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * {@linkplain org.springframework.boot.autoconfigure.EnableAutoConfiguration Auto-configuration} of
 * members that Spring Boot starts from a Hazelcast configuration file.
 *
 * @since 0.1
 */
@AutoConfiguration(
    beforeName = "org.springframework.boot.hazelcast.autoconfigure.HazelcastAutoConfiguration")
@ConditionalOnClass(HazelcastConfigCustomizer.class)
public final class HazelcastFileAutoConfiguration {

  @Bean
  HazelcastConfigCustomizer grainsHazelcastConfigCustomizer(HazelcastConfigPostProcessor grains) {
    return grains::extend;
  }
}
