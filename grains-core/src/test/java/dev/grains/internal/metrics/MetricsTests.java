package dev.grains.internal.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.CallTimeoutException;
import dev.grains.DeactivationReason;
import dev.grains.GrainOverloadedException;
import dev.grains.GrainUnavailableException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MetricsTests {

  private final MeterRegistry registry = new SimpleMeterRegistry();
  private final Metrics metrics = new Metrics(registry);

  private double count(String name, String... tags) {
    return registry.get(name).tags(tags).counter().count();
  }

  @Test
  void workWithoutARegistry() {
    Metrics silent = new Metrics(null);

    silent.type("account").turn(true, 1, 1);
    silent.commits("replicated").committed(1, 1);
    silent.calls().healed();
    silent.close();

    assertThat(registry.getMeters()).noneMatch(meter -> meter.getId().getName().contains("turns"));
  }

  @Test
  void tellTurnsOfPartitionThreadsFromThoseOfWorkers() {
    TypeMetrics type = metrics.type("account");

    type.turn(true, 3, TimeUnit.MILLISECONDS.toNanos(2));
    type.turn(false, 1, TimeUnit.MILLISECONDS.toNanos(5));

    assertThat(registry.get("grains.turns").tag("thread", "partition").timer().count()).isOne();
    assertThat(
            registry
                .get("grains.turns")
                .tag("thread", "worker")
                .timer()
                .totalTime(TimeUnit.MILLISECONDS))
        .isEqualTo(5);
    assertThat(registry.get("grains.batch.size").summary().max()).isEqualTo(3);
  }

  @Test
  void countDeactivationsByReason() {
    TypeMetrics type = metrics.type("account");

    type.deactivated(DeactivationReason.PARTITION_LEFT);
    type.replaced(DeactivationReason.CONFLICT);

    assertThat(count("grains.deactivations", "reason", "partition-left")).isOne();
    assertThat(count("grains.deactivations", "reason", "conflict")).isOne();
    assertThat(count("grains.activations", "type", "account")).isOne();
  }

  @Test
  void countRefusalsByWhatTheCallerCanDo() {
    CallMetrics calls = metrics.calls();

    calls.rejected("account", new GrainOverloadedException("full"));
    calls.rejected("account", new CallTimeoutException("late"));
    calls.rejected("account", new GrainUnavailableException("gone"));
    calls.rejected("account", new IllegalStateException("anything else"));

    assertThat(count("grains.calls.rejected", "reason", "overloaded")).isOne();
    assertThat(count("grains.calls.rejected", "reason", "timeout")).isOne();
    assertThat(count("grains.calls.rejected", "reason", "unavailable")).isEqualTo(2);
  }

  @Test
  void addUpTheQueuesOfStoresOfOneName() {
    metrics.commits("JdbcGrainStore").queue(() -> 3);
    metrics.commits("JdbcGrainStore").queue(() -> 4);
    metrics.commits("replicated").queue(() -> 100);

    assertThat(registry.get("grains.commit.queue").tag("store", "JdbcGrainStore").gauge().value())
        .isEqualTo(7);
  }

  @Test
  void watchATypeUntilTheyAreClosed() {
    metrics.type("account").watch(() -> 5, () -> 6);

    assertThat(registry.get("grains.active").gauge().value()).isEqualTo(5);
    assertThat(registry.get("grains.mailbox.depth").gauge().value()).isEqualTo(6);
    metrics.close();
    assertThat(registry.find("grains.active").gauge()).isNull();
    assertThat(registry.find("grains.mailbox.depth").gauge()).isNull();
  }
}
