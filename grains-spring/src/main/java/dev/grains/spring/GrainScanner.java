package dev.grains.spring;

import dev.grains.Grain;
import java.util.Collection;
import java.util.Objects;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Finds grain classes and registers a {@link ScannedGrain} for each. */
final class GrainScanner {

  private final ClassPathScanningCandidateComponentProvider provider;

  GrainScanner(Environment environment, ResourceLoader resources) {
    provider = new ClassPathScanningCandidateComponentProvider(false, environment);
    provider.setResourceLoader(resources);
    provider.addIncludeFilter(new AssignableTypeFilter(Grain.class));
  }

  void scan(Collection<String> packages, BeanDefinitionRegistry registry) {
    for (String name : packages) {
      for (BeanDefinition found : provider.findCandidateComponents(name)) {
        register(Objects.requireNonNull(found.getBeanClassName()), registry);
      }
    }
  }

  private static void register(String grainClass, BeanDefinitionRegistry registry) {
    String beanName = ScannedGrain.class.getName() + "#" + grainClass;
    if (registry.containsBeanDefinition(beanName)) {
      return; // packages may overlap
    }
    RootBeanDefinition definition = new RootBeanDefinition(ScannedGrain.class);
    definition.setRole(BeanDefinition.ROLE_INFRASTRUCTURE);
    definition.getConstructorArgumentValues().addIndexedArgumentValue(0, grainClass);
    registry.registerBeanDefinition(beanName, definition);
  }
}
