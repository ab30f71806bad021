package dev.grains.spring.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.grains.spring.Http;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class AnnouncementTests {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void requestsAreServedWhileReadinessIsDownAlready() throws Exception {
    try (ConfigurableApplicationContext member =
        WebBank.start("jdbc:h2:mem:announcement", "--grains.shutdown.announce=10s")) {
      Http http = new Http(member);
      assertThat(readiness(http)).isEqualTo(200);

      CompletableFuture<Void> closing = CompletableFuture.runAsync(member::close);

      await().atMost(PATIENCE).until(() -> readiness(http) == 503);
      assertThat(http.post("/accounts/1?cents=100").body()).isEqualTo("99");
      assertThat(closing).succeedsWithin(PATIENCE);
      assertThatThrownBy(() -> http.get("/accounts/1")).isInstanceOf(IOException.class);
    }
  }

  private static int readiness(Http http) throws IOException {
    return http.get("/actuator/health/readiness").statusCode();
  }
}
