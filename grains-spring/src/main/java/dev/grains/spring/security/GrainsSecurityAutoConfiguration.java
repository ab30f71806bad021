package dev.grains.spring.security;

import dev.grains.spi.CallInterceptor;
import dev.grains.spring.GrainsAutoConfiguration;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.method.AuthorizationAdvisor;
import org.springframework.security.authorization.method.AuthorizationAdvisorProxyFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/**
 * {@linkplain org.springframework.boot.autoconfigure.EnableAutoConfiguration Auto-configuration} of
 * Spring Security around grains.
 *
 * @since 0.1
 */
@AutoConfiguration(before = GrainsAutoConfiguration.class)
@ConditionalOnClass({AuthorizationAdvisorProxyFactory.class, SecurityContextHolder.class})
public final class GrainsSecurityAutoConfiguration {

  static final int ORDER = -100;

  @Bean
  @ConditionalOnMissingBean
  AuthenticationCarrier grainsAuthenticationCarrier() {
    return new AuthoritiesCarrier();
  }

  @Bean
  @Order(ORDER)
  CallInterceptor grainsSecurityInterceptor(
      AuthenticationCarrier carrier,
      ObjectProvider<AuthorizationAdvisorProxyFactory> methodSecurity,
      ObjectProvider<SecurityContextHolderStrategy> contexts) {
    Iterable<AuthorizationAdvisor> rules = methodSecurity.getIfAvailable();
    return new SecurityInterceptor(
        carrier,
        new MethodSecurity(rules == null ? List.of() : rules),
        contexts.getIfAvailable(SecurityContextHolder::getContextHolderStrategy));
  }
}
