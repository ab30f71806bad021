package dev.grains.spring.test;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;

/**
 * Puts the member of a test alone on loopback. Equal customizers share a context.
 *
 * @param inMemory whether grains are kept in memory, whatever databases there are
 */
record TestGrainsContextCustomizer(boolean inMemory) implements ContextCustomizer {

  private static final String HAZELCAST = "grains.cluster.properties.hazelcast.";

  @Override
  public void customizeContext(
      ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
    Map<String, Object> properties = new HashMap<>();
    properties.put("grains.cluster.name", "grains-test-" + UUID.randomUUID());
    properties.put("grains.cluster.host", "127.0.0.1");
    properties.put("grains.cluster.port", 0);
    properties.put("grains.cluster.members", "");
    properties.put("grains.cluster.discovery", "members");
    properties.put("grains.cluster.min-members", 1);
    properties.put("grains.cluster.lite", false);
    properties.put("grains.shutdown.announce", "0s");
    properties.put(HAZELCAST + "partition.count", 31); // a small table is quickly made
    properties.put(HAZELCAST + "wait.seconds.before.join", 0);
    if (inMemory) {
      properties.put("grains.store", "replicated");
    }
    context
        .getEnvironment()
        .getPropertySources()
        .addFirst(new MapPropertySource("grainsTest", properties));
  }
}
