package dev.grains.internal.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grains.CallOptions;
import dev.grains.ClusterOptions;
import dev.grains.GrainUnavailableException;
import dev.grains.Grains;
import dev.grains.internal.runtime.Counter.CounterGrain;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MinMembersTests {

  @Test
  void callsFailPromptlyWhileMembersAreMissing() {
    ClusterOptions options =
        ClusterOptions.named("min-members-" + UUID.randomUUID()).withMinMembers(2);
    try (Grains grains =
        Grains.builder().register(Counter.class, CounterGrain::new).cluster(options).start()) {
      Counter counter = grains.get(Counter.class, "1", CallOptions.timeout(Duration.ofMinutes(2)));
      long start = System.nanoTime();

      for (int i = 0; i < 20; i++) {
        assertThatThrownBy(() -> counter.add(1))
            .isInstanceOf(GrainUnavailableException.class)
            .hasMessageContaining("counter/1")
            .hasMessageContaining("min-members");
      }
      assertThatThrownBy(counter::total).isInstanceOf(GrainUnavailableException.class);

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
    }
  }
}
