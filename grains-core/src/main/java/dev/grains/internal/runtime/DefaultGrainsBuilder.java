package dev.grains.internal.runtime;

import com.hazelcast.core.HazelcastInstance;
import dev.grains.ClusterOptions;
import dev.grains.GrainDefinitionException;
import dev.grains.GrainOptions;
import dev.grains.Grains;
import dev.grains.GrainsBuilder;
import dev.grains.Limits;
import dev.grains.Storage;
import dev.grains.Threads;
import dev.grains.internal.definition.Contract;
import dev.grains.internal.definition.GrainDefinition;
import dev.grains.spi.CallInterceptor;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Supplier;

final class DefaultGrainsBuilder implements GrainsBuilder {

  /** Longer than anything runs; what is longer still counts as this. */
  private static final Duration FOR_EVER = Duration.ofDays(36_500);

  private final Settings settings = new Settings();
  private final Contracts contracts = new Contracts(settings.codecs);
  private final Faults faults;

  DefaultGrainsBuilder(Faults faults) {
    this.faults = faults;
  }

  @Override
  public <C> GrainsBuilder register(
      Class<C> contract, Supplier<? extends C> factory, GrainOptions options) {
    Contract checked = contracts.of(Objects.requireNonNull(contract, "contract"));
    GrainDefinition definition =
        GrainDefinition.of(
            checked,
            Objects.requireNonNull(factory, "factory"),
            Objects.requireNonNull(options, "options"),
            settings.codecs);
    Stores.checkStorage(definition);
    if (settings.hosted.putIfAbsent(checked.typeName(), definition) != null) {
      throw new GrainDefinitionException(
          "the type '"
              + checked.typeName()
              + "' of "
              + contract.getName()
              + " is registered twice;"
              + " register it once");
    }
    return this;
  }

  @Override
  public GrainsBuilder call(Class<?> contract) {
    contracts.of(Objects.requireNonNull(contract, "contract"));
    return this;
  }

  @Override
  public GrainsBuilder hazelcast(HazelcastInstance instance) {
    settings.hazelcast = Objects.requireNonNull(instance, "instance");
    return this;
  }

  @Override
  public GrainsBuilder cluster(ClusterOptions options) {
    settings.cluster = Objects.requireNonNull(options, "options");
    return this;
  }

  @Override
  public GrainsBuilder storage(Storage storage) {
    settings.storage = Objects.requireNonNull(storage, "storage");
    return this;
  }

  @Override
  public GrainsBuilder clock(InstantSource clock) {
    settings.clock = Objects.requireNonNull(clock, "clock");
    return this;
  }

  @Override
  public GrainsBuilder meters(MeterRegistry registry) {
    settings.meters = Objects.requireNonNull(registry, "registry");
    return this;
  }

  @Override
  public GrainsBuilder interceptor(CallInterceptor interceptor) {
    settings.interceptors.add(Objects.requireNonNull(interceptor, "interceptor"));
    settings.codecs.refusals(interceptor.refusals());
    return this;
  }

  @Override
  public GrainsBuilder callTimeout(Duration timeout) {
    settings.callTimeout = positive(timeout, "callTimeout");
    return this;
  }

  @Override
  public GrainsBuilder healAfter(Duration silence) {
    settings.healAfter = positive(silence, "healAfter");
    return this;
  }

  @Override
  public GrainsBuilder threads(Threads threads) {
    settings.threads = Objects.requireNonNull(threads, "threads");
    return this;
  }

  @Override
  public GrainsBuilder limits(Limits limits) {
    settings.limits = Objects.requireNonNull(limits, "limits");
    return this;
  }

  @Override
  public GrainsBuilder memoryPressure(double heapShare) {
    if (!(heapShare > 0 && heapShare <= 1)) {
      throw new IllegalArgumentException(
          "memoryPressure must be more than 0 and at most 1, was " + heapShare);
    }
    settings.memoryPressure = heapShare;
    return this;
  }

  @Override
  public GrainsBuilder shutdownTimeout(Duration timeout) {
    settings.shutdownTimeout = positive(timeout, "shutdownTimeout");
    return this;
  }

  private static Duration positive(Duration duration, String name) {
    Objects.requireNonNull(duration, name);
    if (duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException(name + " must be more than zero, was " + duration);
    }
    return duration.compareTo(FOR_EVER) > 0 ? FOR_EVER : duration;
  }

  @Override
  public Grains start() {
    if (settings.hazelcast != null && settings.cluster != null) {
      throw new GrainDefinitionException(
          "both hazelcast(..) and cluster(..) are set; a running instance has its own cluster,"
              + " remove one of them");
    }
    return RunningGrains.start(settings, contracts, faults);
  }
}
