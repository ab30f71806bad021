package dev.grains.spring;

import dev.grains.Grains;
import dev.grains.GrainsBuilder;
import dev.grains.spi.CallInterceptor;
import dev.grains.spring.GrainsProperties.Cluster;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts grains with what the properties and beans of the application context say. */
final class GrainsLauncher implements Supplier<Grains> {

  private final GrainsProperties properties;
  private final ConfigurableApplicationContext context;

  GrainsLauncher(GrainsProperties properties, ConfigurableApplicationContext context) {
    this.properties = properties;
    this.context = context;
  }

  @Override
  public Grains get() {
    GrainsBuilder builder = Grains.builder();
    StorageSettings storage = StorageSettings.of(context, properties.store());
    new RuntimeSettings(properties).apply(builder);
    builder.storage(
        storage.storage(properties.store(), "store", properties.backupCount(), "backup-count"));
    new GrainRegistrations(context, new TypeSettings(properties, storage)).apply(builder);
    new HazelcastMember(properties, context).apply(builder);
    context.getBeanProvider(MeterRegistry.class).ifAvailable(builder::meters);
    context.getBeanProvider(InstantSource.class).ifUnique(builder::clock);
    context.getBeanProvider(CallInterceptor.class).orderedStream().forEach(builder::interceptor);
    context
        .getBeanProvider(GrainsCustomizer.class)
        .orderedStream()
        .forEach(customizer -> customizer.customize(builder));
    try {
      return builder.start();
    } catch (RuntimeException failure) {
      Cluster cluster = properties.cluster();
      throw HostAddress.explain(failure, cluster.host(), cluster.port());
    }
  }
}
