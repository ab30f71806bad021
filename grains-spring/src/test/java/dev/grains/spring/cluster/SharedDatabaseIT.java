package dev.grains.spring.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.grains.Grains;
import dev.grains.jdbc.PostgresServer;
import dev.grains.spring.TestMember;
import dev.grains.spring.account.Account;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

class SharedDatabaseIT {

  @Test
  void membersShareGrainsThatOutliveThemAll() {
    try (PostgresServer database = PostgresServer.start()) {
      try (ConfigurableApplicationContext first = WebBank.start(database.url())) {
        try (ConfigurableApplicationContext second =
            WebBank.start(database.url(), List.of(first))) {
          String key = TestMember.keyOwnedBy(second);

          assertThat(account(first, "shared").deposit(11)).isEqualTo(10);
          assertThat(account(second, "shared").deposit(11)).isEqualTo(20);
          assertThat(account(first, key).deposit(11)).isEqualTo(10);
          assertThat(second.getBean(Grains.class).status().members()).isEqualTo(2);
        }
        assertThat(account(first, "shared").deposit(11)).isEqualTo(30);
      }
      try (ConfigurableApplicationContext third = WebBank.start(database.url())) {
        assertThat(account(third, "shared").balance()).isEqualTo(30);
      }
    }
  }

  @Test
  void healthFollowsTheDatabase() {
    try (PostgresServer database = PostgresServer.start();
        ConfigurableApplicationContext member =
            WebBank.start(database.url(), "--spring.datasource.hikari.connection-timeout=500")) {
      HealthIndicator health = member.getBean("grainsHealthContributor", HealthIndicator.class);
      assertThat(health.health().getStatus()).isEqualTo(Status.UP);

      database.kill();
      assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);

      database.startAgain();
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> health.health().getStatus().equals(Status.UP));
    }
  }

  private static Account account(ConfigurableApplicationContext member, String key) {
    return member.getBean(Grains.class).get(Account.class, key);
  }
}
