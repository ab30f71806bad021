package dev.grains.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.Grains;
import dev.grains.spring.account.Account;
import dev.grains.spring.account.Bank;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class GrainsAutoConfigurationTests {

  private final ApplicationContextRunner runner = new ApplicationContextRunner();

  @Test
  void hostsTheGrainsOfTheApplication() {
    runner
        .withUserConfiguration(Bank.class)
        .run(
            context -> {
              Account account = context.getBean(Grains.class).get(Account.class, "42");

              assertThat(account.deposit(100)).isEqualTo(99);
              assertThat(account.balance()).isEqualTo(99);
            });
  }
}
