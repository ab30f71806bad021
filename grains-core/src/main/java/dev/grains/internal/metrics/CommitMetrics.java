package dev.grains.internal.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** The meters of the committers in front of the stores of one name. Thread-safe. */
public final class CommitMetrics {

  private final List<IntSupplier> queues = new CopyOnWriteArrayList<>();
  private final DistributionSummary groupSize;
  private final Timer time;
  private final Counter outages;

  CommitMetrics(MeterRegistry registry, Gauges gauges, String store) {
    gauges.add(
        "grains.commit.queue", "Commits waiting for a committer", this::waiting, "store", store);
    this.groupSize =
        DistributionSummary.builder("grains.commit.group.size")
            .description("Commits in a group")
            .tag("store", store)
            .register(registry);
    this.time =
        Timer.builder("grains.commit.time")
            .description("Time a store took for a group")
            .tag("store", store)
            .register(registry);
    this.outages =
        Counter.builder("grains.commit.outages")
            .description("Groups that found their store unavailable")
            .tag("store", store)
            .register(registry);
  }

  /** Records a group. */
  public void committed(int commits, long nanos) {
    groupSize.record(commits);
    time.record(nanos, TimeUnit.NANOSECONDS);
  }

  /** Counts a group that found its store unavailable. */
  public void unavailable() {
    outages.increment();
  }

  /** Watches a queue; those of stores with one name add up. */
  public void queue(IntSupplier waiting) {
    queues.add(waiting);
  }

  private int waiting() {
    return queues.stream().mapToInt(IntSupplier::getAsInt).sum();
  }
}
