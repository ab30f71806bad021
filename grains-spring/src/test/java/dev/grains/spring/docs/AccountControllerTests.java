package dev.grains.spring.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.spring.GrainScan;
import dev.grains.spring.Http;
import dev.grains.spring.TestMember;
import dev.grains.spring.account.Bank;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

class AccountControllerTests {

  @Test
  void depositsOnceForAKey() throws IOException {
    try (ConfigurableApplicationContext application =
        TestMember.builder("docs", List.of(), Application.class)
            .run("--server.port=0", "--server.address=127.0.0.1")) {
      Http http = new Http(application);

      http.post("/accounts/42/deposits?cents=100", "Idempotency-Key", "payment-1");
      http.post("/accounts/42/deposits?cents=100", "Idempotency-Key", "payment-1");

      assertThat(http.get("/accounts/42").body()).isEqualTo("99");
    }
  }

  @EnableAutoConfiguration
  @GrainScan(basePackageClasses = Bank.class)
  @Import({Bank.class, AccountController.class})
  static class Application {}
}
