package dev.grains.spring.actuate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.grains.Grains;
import dev.grains.spi.GrainStore;
import dev.grains.spring.ClosedStore;
import dev.grains.spring.Contexts;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.Lifecycle;

class GrainsHealthIndicatorTests {

  private final ApplicationContextRunner bank = Contexts.bank();

  @Test
  void isUpWithTheStateOfTheCluster() {
    bank.run(
        context -> {
          Grains grains = context.getBean(Grains.class);
          await().until(() -> grains.status().safe());

          Health health = health(context);

          assertThat(health.getStatus()).isEqualTo(Status.UP);
          assertThat(health.getDetails())
              .containsEntry("member", grains.status().member())
              .containsEntry("clusterSize", 1)
              .containsEntry("minMembers", 1)
              .containsEntry("safe", true)
              .doesNotContainKey("stores");
        });
  }

  @Test
  void isOutOfServiceBelowMinMembers() {
    bank.withPropertyValues("grains.cluster.min-members=2")
        .run(
            context -> {
              Health health = health(context);

              assertThat(health.getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
              assertThat(health.getDetails())
                  .containsEntry("clusterSize", 1)
                  .containsEntry("minMembers", 2);
            });
  }

  @Test
  void isDownWhileAStoreIsOutOfReach() {
    bank.withBean("vault", GrainStore.class, ClosedStore::new)
        .run(
            context -> {
              Health health = health(context);

              assertThat(health.getStatus()).isEqualTo(Status.DOWN);
              assertThat(health.getDetails())
                  .containsEntry("stores", Map.of("vault", "the vault is closed"));
            });
  }

  @Test
  void staysDownBelowMinMembersWhileAStoreIsOutOfReach() {
    bank.withBean("vault", GrainStore.class, ClosedStore::new)
        .withPropertyValues("grains.cluster.min-members=2")
        .run(context -> assertThat(health(context).getStatus()).isEqualTo(Status.DOWN));
  }

  @Test
  void isOutOfServiceOnceGrainsHaveStopped() {
    bank.run(
        context -> {
          ((Lifecycle) context.getBean(Grains.class)).stop();

          assertThat(health(context).getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
        });
  }

  @Test
  void canBeSwitchedOff() {
    bank.withPropertyValues("management.health.grains.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(HealthIndicator.class));
  }

  private static Health health(ApplicationContext context) {
    return context.getBean("grainsHealthContributor", HealthIndicator.class).health();
  }
}
