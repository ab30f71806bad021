package dev.grains.internal.metrics;

import dev.grains.CallTimeoutException;
import dev.grains.GrainOverloadedException;
import dev.grains.internal.definition.ContractMethod;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/** The meters of callers. Thread-safe. */
public final class CallMetrics {

  private final MeterRegistry registry;
  private final Gauges gauges;
  private final Counter healed;
  private final Counter timedOut;
  private final ConcurrentHashMap<String, Kinds> byType = new ConcurrentHashMap<>();

  CallMetrics(MeterRegistry registry, Gauges gauges) {
    this.registry = registry;
    this.gauges = gauges;
    this.healed =
        Counter.builder("grains.replies.healed")
            .description("Batches sent again because their reply was overdue")
            .register(registry);
    this.timedOut =
        Counter.builder("grains.calls.timeouts")
            .description("Calls without a reply before their deadline")
            .register(registry);
  }

  private record Kinds(Counter command, Counter query, Counter oneWay) {}

  /** Counts a call on its way out. */
  public void called(String type, ContractMethod method) {
    Kinds kinds = byType.get(type);
    if (kinds == null) {
      kinds = byType.computeIfAbsent(type, this::kinds);
    }
    (method.query() ? kinds.query : method.oneWay() ? kinds.oneWay : kinds.command).increment();
  }

  private Kinds kinds(String type) {
    return new Kinds(calls(type, "command"), calls(type, "query"), calls(type, "one-way"));
  }

  private Counter calls(String type, String kind) {
    return Counter.builder("grains.calls")
        .description("Calls made by this JVM")
        .tag("type", type)
        .tag("kind", kind)
        .register(registry);
  }

  /** Counts a batch that was sent again because nothing was heard. */
  public void healed() {
    healed.increment();
  }

  /** Counts a call whose deadline passed. */
  public void timedOut() {
    timedOut.increment();
  }

  /** Counts a batch that was refused. */
  public void rejected(String type, Throwable reason) {
    String name =
        reason instanceof GrainOverloadedException
            ? "overloaded"
            : reason instanceof CallTimeoutException ? "timeout" : "unavailable";
    Counter.builder("grains.calls.rejected")
        .description("Batches of calls that were refused")
        .tag("type", type)
        .tag("reason", name)
        .register(registry)
        .increment();
  }

  /** Watches the lanes. */
  public void lanes(IntSupplier busy, IntSupplier depth) {
    gauges.add("grains.lanes", "Lanes with an unanswered batch", busy);
    gauges.add("grains.lanes.depth", "Calls waiting in lanes", depth);
  }
}
