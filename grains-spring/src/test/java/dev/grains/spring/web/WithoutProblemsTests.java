package dev.grains.spring.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.spring.Http;
import dev.grains.spring.TestMember;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class WithoutProblemsTests {

  @Test
  void failuresAreLeftToTheApplication() throws IOException {
    try (ConfigurableApplicationContext application =
        TestMember.builder("without-problems", List.of(), GrainsWebTests.LedgerApplication.class)
            .run(
                "--server.port=0",
                "--server.address=127.0.0.1",
                "--grains.web.problem-details=false")) {
      Http http = new Http(application);

      var conflict = http.post("/ledgers/1/failure?kind=conflict");
      var header = http.post("/ledgers/1/entries?cents=5", "Idempotency-Key", "\"open");

      assertThat(conflict.statusCode()).isEqualTo(500);
      assertThat(conflict.headers().firstValue("Content-Type")).hasValue("application/json");
      assertThat(header.statusCode()).isEqualTo(400);
    }
  }
}
