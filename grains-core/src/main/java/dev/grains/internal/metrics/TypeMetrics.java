package dev.grains.internal.metrics;

import dev.grains.DeactivationReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** The meters of one hosted type. Thread-safe. */
public final class TypeMetrics {

  private final MeterRegistry registry;
  private final Gauges gauges;
  private final String type;
  private final Timer partitionTurns;
  private final Timer workerTurns;
  private final DistributionSummary batchSize;
  private final Counter queries;
  private final Counter activations;
  private final Map<DeactivationReason, Counter> deactivations =
      new EnumMap<>(DeactivationReason.class);
  private final Timer loads;
  private final Counter conflicts;
  private final Counter repeats;
  private final Counter failures;

  TypeMetrics(MeterRegistry registry, Gauges gauges, String type) {
    this.registry = registry;
    this.gauges = gauges;
    this.type = type;
    this.partitionTurns = turns("partition");
    this.workerTurns = turns("worker");
    this.batchSize =
        DistributionSummary.builder("grains.batch.size")
            .description("Commands in a turn")
            .tag("type", type)
            .register(registry);
    this.queries = counter("grains.queries", "Queries answered on committed state");
    this.activations = counter("grains.activations", "Activations made");
    for (DeactivationReason reason : DeactivationReason.values()) {
      deactivations.put(reason, deactivation(reason));
    }
    this.loads =
        Timer.builder("grains.load.time")
            .description("Time to load a grain from its store")
            .tag("type", type)
            .register(registry);
    this.conflicts = counter("grains.conflicts", "Commits lost to another activation");
    this.repeats = counter("grains.receipts.repeats", "Batches answered from their receipt");
    this.failures = counter("grains.activation.failures", "Activations that failed");
  }

  private Timer turns(String thread) {
    return Timer.builder("grains.turns")
        .description("Turns and how long their handlers ran")
        .tag("type", type)
        .tag("thread", thread)
        .register(registry);
  }

  private Counter deactivation(DeactivationReason reason) {
    return Counter.builder("grains.deactivations")
        .description("Activations that left memory")
        .tag("type", type)
        .tag("reason", reason.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
        .register(registry);
  }

  private Counter counter(String name, String description) {
    return Counter.builder(name).description(description).tag("type", type).register(registry);
  }

  /** Records a turn. */
  public void turn(boolean onPartitionThread, int commands, long nanos) {
    (onPartitionThread ? partitionTurns : workerTurns).record(nanos, TimeUnit.NANOSECONDS);
    batchSize.record(commands);
  }

  /** Counts a query on committed state. */
  public void queried() {
    queries.increment();
  }

  /** Counts an activation. */
  public void activated() {
    activations.increment();
  }

  /** Counts an activation that left memory. */
  public void deactivated(DeactivationReason reason) {
    Counter counter = deactivations.get(reason);
    if (counter != null) {
      counter.increment();
    }
  }

  /** Counts an activation whose instance left memory for a new one. */
  public void replaced(DeactivationReason reason) {
    deactivated(reason);
    activated();
  }

  /** Records a load. */
  public void loaded(long nanos) {
    loads.record(nanos, TimeUnit.NANOSECONDS);
  }

  /** Counts a lost commit. */
  public void conflict() {
    conflicts.increment();
  }

  /** Counts a batch that was recognised. */
  public void repeated() {
    repeats.increment();
  }

  /** Counts an activation that failed. */
  public void failed() {
    failures.increment();
  }

  /** Watches the activations of the type. */
  public void watch(IntSupplier active, IntSupplier mailboxDepth) {
    gauges.add("grains.active", "Activations in memory", active, "type", type);
    gauges.add(
        "grains.mailbox.depth", "Batches waiting at activations", mailboxDepth, "type", type);
  }
}
