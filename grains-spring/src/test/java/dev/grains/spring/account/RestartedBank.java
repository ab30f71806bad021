package dev.grains.spring.account;

import dev.grains.Grains;
import dev.grains.spring.QuickMember;
import java.util.function.Supplier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** Starts a bank, uses an account, stops it, and returns the contract that it used. */
public final class RestartedBank implements Supplier<Class<?>> {

  @EnableAutoConfiguration
  @Import({Bank.class, QuickMember.class})
  static class Application {}

  @Override
  public Class<?> get() {
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE).run()) {
      Account account = context.getBean(Grains.class).get(Account.class, "42");
      if (account.deposit(100) != 99) {
        throw new IllegalStateException("the account kept what an earlier run has saved");
      }
      return account.getClass().getInterfaces()[0];
    }
  }
}
