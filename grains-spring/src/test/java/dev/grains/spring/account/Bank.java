package dev.grains.spring.account;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An application whose grains are in its package. */
@Configuration(proxyBeanMethods = false)
public class Bank {

  @Bean
  Fees fees() {
    return new Fees(1);
  }
}
