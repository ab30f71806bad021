package dev.grains.internal.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * The gauges of one runtime, which look into it and must not outlive it. Where two runtimes of a
 * JVM share a registry, a gauge of both is that of the one that started last. Thread-safe.
 */
final class Gauges implements AutoCloseable {

  private final MeterRegistry registry;
  private final List<Gauge> ours = new ArrayList<>();
  private boolean closed;

  Gauges(MeterRegistry registry) {
    this.registry = registry;
  }

  void add(String name, String description, IntSupplier value, String... tags) {
    // a registry would go on asking the gauge that has the name and the tags already
    Meter older = registry.find(name).tags(tags).gauge();
    if (older != null) {
      registry.remove(older);
    }
    Gauge gauge =
        Gauge.builder(name, value, IntSupplier::getAsInt)
            .description(description)
            .tags(tags)
            .strongReference(true)
            .register(registry);
    synchronized (this) {
      if (!closed) {
        ours.add(gauge);
        return;
      }
    }
    remove(gauge);
  }

  private void remove(Gauge gauge) {
    // meters of one name and tags are equal, whoever registered them
    if (registry.getMeters().stream().anyMatch(each -> each == gauge)) {
      registry.remove(gauge);
    }
  }

  /** Takes the gauges out of the registry, but for those that a later runtime has replaced. */
  @Override
  public void close() {
    List<Gauge> gone;
    synchronized (this) {
      closed = true;
      gone = List.copyOf(ours);
      ours.clear();
    }
    gone.forEach(this::remove);
  }
}
