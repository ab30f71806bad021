package dev.grains.spring;

import com.hazelcast.config.Config;
import com.hazelcast.spring.context.SpringManagedContext;
import java.time.Duration;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContext;

/** What any member that runs in an application context should have. Changes nothing that is set. */
final class HazelcastPreparation {

  private final ApplicationContext context;

  HazelcastPreparation(ApplicationContext context) {
    this.context = context;
  }

  void apply(Config config) {
    if (config.getManagedContext() == null) {
      SpringManagedContext managed = new SpringManagedContext();
      managed.setApplicationContext(context);
      config.setManagedContext(managed);
    }
    if (config.getClassLoader() == null && context.getClassLoader() != null) {
      config.setClassLoader(context.getClassLoader());
    }
    setIfMissing(config, "hazelcast.logging.type", "slf4j");
    // the context ends the member; a hook of its own would do so at the same time and at once
    setIfMissing(config, "hazelcast.shutdownhook.enabled", "false");
    setIfMissing(config, "hazelcast.graceful.shutdown.max.wait", seconds());
  }

  private String seconds() {
    Duration timeout =
        Binder.get(context.getEnvironment())
            .bind("grains.shutdown.timeout", Duration.class)
            .orElse(Duration.ofSeconds(30));
    return String.valueOf(Math.max(1, timeout.toSeconds()));
  }

  private static void setIfMissing(Config config, String name, String value) {
    if (!config.getProperties().containsKey(name)) {
      config.setProperty(name, value);
    }
  }
}
