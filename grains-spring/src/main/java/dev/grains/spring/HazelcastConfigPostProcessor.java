package dev.grains.spring;

import com.hazelcast.client.config.ClientConfig;
import com.hazelcast.config.Config;
import dev.grains.Grains;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContext;

/** Adds what grains need to the Hazelcast configurations that the application has as beans. */
final class HazelcastConfigPostProcessor implements BeanPostProcessor {

  private final ApplicationContext context;

  HazelcastConfigPostProcessor(ApplicationContext context) {
    this.context = context;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String beanName) {
    if (bean instanceof Config config) {
      extend(config);
    } else if (bean instanceof ClientConfig config) {
      Grains.configure(config);
    }
    return bean;
  }

  /** Adds what grains need to the configuration of a member. */
  void extend(Config config) {
    new HazelcastPreparation(context).apply(config);
    int minMembers =
        Binder.get(context.getEnvironment())
            .bind("grains.cluster.min-members", Integer.class)
            .orElse(1);
    Grains.configure(config, InvalidProperty.atLeast(1, minMembers, ClusterSettings.MIN_MEMBERS));
  }
}
