package dev.grains.internal.metrics;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The door to the meters; without a registry they cost next to nothing. Thread-safe. */
public final class Metrics implements AutoCloseable {

  private final MeterRegistry registry;
  private final Gauges gauges;
  private final CallMetrics calls;
  private final ConcurrentHashMap<String, TypeMetrics> types = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<String, CommitMetrics> stores = new ConcurrentHashMap<>();

  public Metrics(@Nullable MeterRegistry registry) {
    this.registry = registry == null ? new CompositeMeterRegistry() : registry;
    this.gauges = new Gauges(this.registry);
    this.calls = new CallMetrics(this.registry, gauges);
  }

  /** The meters of callers. */
  public CallMetrics calls() {
    return calls;
  }

  /** The meters of a hosted type. */
  public TypeMetrics type(String name) {
    return types.computeIfAbsent(name, type -> new TypeMetrics(registry, gauges, type));
  }

  /** The meters of the committers in front of a store. */
  public CommitMetrics commits(String store) {
    return stores.computeIfAbsent(store, name -> new CommitMetrics(registry, gauges, name));
  }

  /** Removes the meters that look into the runtime; what has been counted stays. */
  @Override
  public void close() {
    gauges.close();
  }
}
