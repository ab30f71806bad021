package dev.grains.spring;

import com.hazelcast.instance.BuildInfoProvider;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/** Refuses to start on a Hazelcast that grains were not made for, before anything touches it. */
final class HazelcastVersionCheck implements BeanFactoryPostProcessor {

  static final String REQUIRED = "5.7.0";
  private static final String LINE = REQUIRED.substring(0, REQUIRED.lastIndexOf('.') + 1);

  private final String found;

  HazelcastVersionCheck() {
    this(BuildInfoProvider.getBuildInfo().getVersion());
  }

  HazelcastVersionCheck(String found) {
    this.found = found;
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
    if (!found.startsWith(LINE)) {
      throw new HazelcastVersionException(found);
    }
  }
}
