package dev.grains.spring;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.AnnotationMetadata;

/** Scans the packages of the application where no {@link GrainScan} names others. */
final class ApplicationGrainsRegistrar implements ImportBeanDefinitionRegistrar {

  private final GrainScanner scanner;
  private final BeanFactory beans;

  ApplicationGrainsRegistrar(Environment environment, ResourceLoader resources, BeanFactory beans) {
    this.scanner = new GrainScanner(environment, resources);
    this.beans = beans;
  }

  @Override
  public void registerBeanDefinitions(
      AnnotationMetadata configuration, BeanDefinitionRegistry registry) {
    if (!GrainScanRegistrar.used(registry) && AutoConfigurationPackages.has(beans)) {
      scanner.scan(AutoConfigurationPackages.get(beans), registry);
    }
  }
}
