package dev.grains.spring;

import com.hazelcast.config.Config;
import com.hazelcast.core.HazelcastInstance;
import com.hazelcast.spring.context.SpringManagedContext;
import dev.grains.ClusterOptions;
import dev.grains.GrainsBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The Hazelcast underneath: an instance of the application if it has one, else a new member. */
final class HazelcastMember {

  private final GrainsProperties properties;
  private final ConfigurableApplicationContext context;

  HazelcastMember(GrainsProperties properties, ConfigurableApplicationContext context) {
    this.properties = properties;
    this.context = context;
  }

  void apply(GrainsBuilder builder) {
    HazelcastInstance given = context.getBeanProvider(HazelcastInstance.class).getIfAvailable();
    if (given != null) {
      builder.hazelcast(given);
    } else {
      builder.cluster(own());
    }
  }

  private ClusterOptions own() {
    ClusterSettings settings =
        new ClusterSettings(
            properties.cluster(), context.getEnvironment().getProperty("spring.application.name"));
    return settings
        .options()
        .withCustomizer(
            config -> {
              prepare(config);
              settings.apply(config);
              context
                  .getBeanProvider(GrainsCustomizer.class)
                  .orderedStream()
                  .forEach(customizer -> customizer.customize(config));
            });
  }

  private void prepare(Config config) {
    SpringManagedContext managed = new SpringManagedContext();
    managed.setApplicationContext(context);
    config.setManagedContext(managed);
    config.setClassLoader(context.getClassLoader());
    config.setProperty(
        "hazelcast.graceful.shutdown.max.wait",
        String.valueOf(Math.max(1, properties.shutdown().timeout().toSeconds())));
  }
}
