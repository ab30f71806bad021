package dev.grains.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.Grains;
import dev.grains.spring.account.Account;
import dev.grains.spring.account.Bank;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@EnabledForJreRange(min = JRE.JAVA_21, disabledReason = "there are no virtual threads before")
class VirtualThreadTests {

  @Test
  void grainsAreCalledFromVirtualThreads() throws Exception {
    try (ConfigurableApplicationContext application =
        TestMember.builder("virtual", List.of(), Application.class)
            .run(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--spring.threads.virtual.enabled=true")) {
      assertThat(new Http(application).get("/deposit").body()).isEqualTo("99 on VirtualThread");
    }
  }

  @EnableAutoConfiguration
  @GrainScan(basePackageClasses = Bank.class)
  @Import({Bank.class, Controller.class})
  static class Application {}

  @RestController
  static class Controller {

    private final Grains grains;

    Controller(Grains grains) {
      this.grains = grains;
    }

    @GetMapping("/deposit")
    String deposit() {
      long balance = grains.get(Account.class, "42").deposit(100);
      return balance + " on " + Thread.currentThread().getClass().getSimpleName();
    }
  }
}
