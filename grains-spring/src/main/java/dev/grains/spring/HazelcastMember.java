package dev.grains.spring;

import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.config.Config;
import com.hazelcast.core.HazelcastInstance;
import dev.grains.ClusterOptions;
import dev.grains.GrainDefinitionException;
import dev.grains.GrainsBuilder;
import java.util.List;
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
      refuseUnused(Config.class);
      refuseUnused(ClientConfig.class);
      builder.cluster(own(settings));
    }
  }

  /** Two members where the application has configured one would be a surprise. */
  private void refuseUnused(Class<?> configuration) {
    List<String> names = List.of(context.getBeanNamesForType(configuration));
    if (!names.isEmpty()) {
      throw new GrainDefinitionException(
          "the bean "
              + names
              + " configures Hazelcast, but there is no HazelcastInstance bean that grains could"
              + " use; add spring-boot-starter-hazelcast, which makes one of it, or remove the bean and"
              + " change the member of grains by a GrainsCustomizer");
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
