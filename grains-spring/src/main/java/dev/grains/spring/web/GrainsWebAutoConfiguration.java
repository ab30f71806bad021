package dev.grains.spring.web;

import dev.grains.spring.GrainsAutoConfiguration;
import dev.grains.spring.GrainsProperties;
import java.util.List;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * {@linkplain org.springframework.boot.autoconfigure.EnableAutoConfiguration Auto-configuration} of
 * grains behind Spring MVC.
 *
 * @since 0.1
 */
@AutoConfiguration(
    after = GrainsAutoConfiguration.class,
    afterName =
        "org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration")
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({DispatcherServlet.class, WebMvcConfigurer.class})
public final class GrainsWebAutoConfiguration {

  @Bean
  WebMvcConfigurer grainsWebMvcConfigurer() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallOptionsArgumentResolver());
      }
    };
  }

  @Bean
  VersionTagAdvice grainsVersionTagAdvice() {
    return new VersionTagAdvice();
  }

  @Bean
  @ConditionalOnBooleanProperty(name = "grains.web.problem-details", matchIfMissing = true)
  GrainProblemAdvice grainsProblemAdvice(GrainsProperties properties) {
    return new GrainProblemAdvice(properties.web().retryAfter());
  }

  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(AccessDeniedException.class)
  @ConditionalOnMissingBean(name = "springSecurityFilterChain")
  @ConditionalOnBooleanProperty(name = "grains.web.problem-details", matchIfMissing = true)
  static class Refusals {

    @Bean
    RefusalProblemAdvice grainsRefusalAdvice() {
      return new RefusalProblemAdvice();
    }
  }
}
