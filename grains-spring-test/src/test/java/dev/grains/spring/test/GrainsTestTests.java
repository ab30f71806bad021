package dev.grains.spring.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.grains.Grains;
import dev.grains.GrainsStatus;
import dev.grains.GrainsStatus.TypeStatus;
import dev.grains.test.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;

@GrainsTest
class GrainsTestTests {

  @TestConfiguration
  static class Beans {

    @Bean
    Discount discount() {
      return price -> price - 1;
    }

    @Bean
    SettableClock clock() {
      return new SettableClock();
    }
  }

  @Test
  void theMemberIsAloneOnLoopback(@Autowired Grains grains) {
    GrainsStatus status = grains.status();

    assertThat(status.member()).startsWith("[127.0.0.1]:");
    assertThat(status.members()).isOne();
    assertThat(status.types()).extracting(TypeStatus::storage).containsExactly("replicated");
    assertThat(grains.hazelcast().getConfig().getClusterName()).startsWith("grains-test-");
  }

  @Test
  void componentsOfTheApplicationAreLeftOut(@Autowired ApplicationContext context) {
    assertThat(context.getBeansOfType(HalfPrice.class)).isEmpty();
  }

  @Test
  void timeIsThatOfTheTest(@Autowired Grains grains, @Autowired SettableClock clock) {
    grains.get(Basket.class, "timed").add(10);

    clock.advance(Duration.ofMinutes(16));

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> grains.status().types().stream().allMatch(type -> type.active() == 0));
  }
}
