package dev.grains.spring;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.annotation.AnnotationAttributes;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.util.ClassUtils;

/** Scans the packages of {@link GrainScan}. */
final class GrainScanRegistrar implements ImportBeanDefinitionRegistrar {

  private static final String MARK = GrainScanRegistrar.class.getName();

  private final GrainScanner scanner;

  GrainScanRegistrar(Environment environment, ResourceLoader resources) {
    this.scanner = new GrainScanner(environment, resources);
  }

  /** Whether the application says where its grain classes are. */
  static boolean used(BeanDefinitionRegistry registry) {
    return registry.containsBeanDefinition(MARK);
  }

  @Override
  public void registerBeanDefinitions(
      AnnotationMetadata configuration, BeanDefinitionRegistry registry) {
    scanner.scan(packages(configuration), registry);
    if (!used(registry)) {
      registry.registerBeanDefinition(MARK, new RootBeanDefinition(Object.class));
    }
  }

  private static Set<String> packages(AnnotationMetadata configuration) {
    AnnotationAttributes scan =
        Objects.requireNonNull(
            AnnotationAttributes.fromMap(
                configuration.getAnnotationAttributes(GrainScan.class.getName())));
    Set<String> packages = new LinkedHashSet<>(List.of(scan.getStringArray("basePackages")));
    for (Class<?> each : scan.getClassArray("basePackageClasses")) {
      packages.add(each.getPackageName());
    }
    if (packages.isEmpty()) {
      packages.add(ClassUtils.getPackageName(configuration.getClassName()));
    }
    return packages;
  }
}
