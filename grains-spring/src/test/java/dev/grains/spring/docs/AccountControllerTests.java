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

      var first = http.post("/accounts/42/deposits?cents=100", "Idempotency-Key", "payment-1");
      var again = http.post("/accounts/42/deposits?cents=100", "Idempotency-Key", "payment-1");
      var other = http.post("/accounts/42/deposits?cents=100", "Idempotency-Key", "payment-2");

      assertThat(first.body()).isEqualTo("99");
      assertThat(again.body()).isEqualTo("99");
      assertThat(other.body()).isEqualTo("198");
    }
  }

  @EnableAutoConfiguration
  @GrainScan(basePackageClasses = Bank.class)
  @Import({Bank.class, AccountController.class})
  static class Application {}
}
