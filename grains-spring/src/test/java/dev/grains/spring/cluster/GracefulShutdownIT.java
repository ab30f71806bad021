package dev.grains.spring.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.grains.Grains;
import dev.grains.jdbc.PostgresServer;
import dev.grains.spring.account.Account;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class GracefulShutdownIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Test
  void aMemberLeavesUnderLoadWithoutAClientNoticing() throws Exception {
    try (PostgresServer database = PostgresServer.start();
        ConfigurableApplicationContext staying = WebBank.start(database.url());
        Balancer balancer = new Balancer()) {
      Load load = new Load(balancer);
      try (ConfigurableApplicationContext leaving =
          WebBank.start(database.url(), List.of(staying), "--grains.shutdown.announce=5s")) {
        balancer.balance(staying, leaving);
        load.start();
        await().atMost(PATIENCE).until(() -> load.total() > 200);
      }

      long before = load.total();
      await().atMost(PATIENCE).until(() -> load.total() > before + 200);
      load.stop();
      assertThat(balancer.readyMembers()).isOne();
      assertThat(load.failures()).isEmpty();
      assertNothingIsLost(load, staying.getBean(Grains.class));
    }
  }

  private static void assertNothingIsLost(Load load, Grains grains) {
    load.acknowledged()
        .forEach(
            (account, deposits) ->
                assertThat(grains.get(Account.class, account).balance())
                    .as(account)
                    .isBetween(deposits.get(), deposits.get() + load.unanswered(account)));
  }
}
