package dev.grains.spring;

import com.hazelcast.core.HazelcastInstance;
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
    ClusterSettings settings =
        new ClusterSettings(
            properties.cluster(), context.getEnvironment().getProperty("spring.application.name"));
    if (given != null) {
      settings.refuse(given.getName());
      builder.hazelcast(given);
    } else {
      builder.cluster(own(settings));
    }
  }

  private ClusterOptions own(ClusterSettings settings) {
    return settings
        .options()
        .withCustomizer(
            config -> {
              new HazelcastPreparation(context).apply(config);
              settings.apply(config);
              context
                  .getBeanProvider(GrainsCustomizer.class)
                  .orderedStream()
                  .forEach(customizer -> customizer.customize(config));
            });
  }
}
