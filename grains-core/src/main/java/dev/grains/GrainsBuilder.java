package dev.grains;

import com.hazelcast.core.HazelcastInstance;
import dev.grains.spi.CallInterceptor;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/**
 * Sets up a {@link Grains}. Confined to one thread; of no use after {@link #start}.
 *
 * @since 0.1
 */
public interface GrainsBuilder {

  /**
   * Hosts a grain type with the default options.
   *
   * @param <C> the contract
   * @param contract the contract, an interface marked with {@link dev.grains.annotation.Grain}
   * @param factory creates an instance of the grain class for each activation, and one now, from
   *     which the class is learnt
   * @return this builder
   * @throws GrainDefinitionException if the contract or the class cannot work, with the remedy
   */
  default <C> GrainsBuilder register(Class<C> contract, Supplier<? extends C> factory) {
    return register(contract, factory, GrainOptions.defaults());
  }

  /**
   * Hosts a grain type.
   *
   * @param <C> the contract
   * @param contract the contract, an interface marked with {@link dev.grains.annotation.Grain}
   * @param factory creates an instance of the grain class for each activation, and one now, from
   *     which the class is learnt
   * @param options the settings of the type
   * @return this builder
   * @throws GrainDefinitionException if the contract or the class cannot work, with the remedy
   */
  <C> GrainsBuilder register(
      Class<C> contract, Supplier<? extends C> factory, GrainOptions options);

  /**
   * Names a contract that this member calls and does not host, so that what is wrong with it shows
   * at the start and not at the first call.
   *
   * @param contract the contract
   * @return this builder
   * @throws GrainDefinitionException if the contract cannot work, with the remedy
   */
  GrainsBuilder call(Class<?> contract);

  /**
   * Uses a Hazelcast member or client that the application has started. Its configuration must have
   * passed through {@link Grains#configure(com.hazelcast.config.Config)}. It is not shut down on
   * close. A client or a lite member calls grains and hosts none.
   *
   * @param instance the running instance
   * @return this builder
   */
  GrainsBuilder hazelcast(HazelcastInstance instance);

  /**
   * Sets how the builder's own member finds its cluster. Without this it is a cluster of its own.
   *
   * @param options the options
   * @return this builder
   */
  GrainsBuilder cluster(ClusterOptions options);

  /**
   * Sets where stateful and event-sourced grains are kept unless their options say otherwise.
   *
   * @param storage the storage; replicated with one backup unless set
   * @return this builder
   */
  GrainsBuilder storage(Storage storage);

  /**
   * Sets the clock of everything that is measured in time: deadlines, idle timeouts, back-off,
   * expiries.
   *
   * @param clock the clock; that of the system unless set
   * @return this builder
   */
  GrainsBuilder clock(InstantSource clock);

  /**
   * Sets where metrics go.
   *
   * @param registry the registry; none unless set
   * @return this builder
   */
  GrainsBuilder meters(MeterRegistry registry);

  /**
   * Adds an interceptor around calls and handlers; the first added is the outermost.
   *
   * @param interceptor the interceptor
   * @return this builder
   */
  GrainsBuilder interceptor(CallInterceptor interceptor);

  /**
   * Sets how long calls wait unless their options say otherwise.
   *
   * @param timeout the timeout; 10 seconds unless set
   * @return this builder
   */
  GrainsBuilder callTimeout(Duration timeout);

  /**
   * Sets how long an owner that has accepted a command may stay silent before the caller asks
   * again.
   *
   * @param silence the time; 2 seconds unless set
   * @return this builder
   */
  GrainsBuilder healAfter(Duration silence);

  /**
   * Sets the numbers of threads and slots.
   *
   * @param threads the numbers
   * @return this builder
   */
  GrainsBuilder threads(Threads threads);

  /**
   * Sets the bounds of queues and sizes.
   *
   * @param limits the bounds
   * @return this builder
   */
  GrainsBuilder limits(Limits limits);

  /**
   * Lets cold activations leave memory while more than a share of the heap is in use after a
   * garbage collection.
   *
   * @param heapShare the share, more than 0 and at most 1; 1, the default, switches it off
   * @return this builder
   */
  GrainsBuilder memoryPressure(double heapShare);

  /**
   * Sets how long {@link Grains#close} may take.
   *
   * @param timeout the time; 30 seconds unless set
   * @return this builder
   */
  GrainsBuilder shutdownTimeout(Duration timeout);

  /**
   * Joins the cluster and begins to host. Blocks until commands are taken.
   *
   * @return the door to grains
   * @throws GrainDefinitionException if a setting cannot work, with the remedy
   */
  Grains start();
}
