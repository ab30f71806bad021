package dev.grains.spring.test;

import org.springframework.boot.test.context.filter.annotation.StandardAnnotationCustomizableTypeExcludeFilter;

/** Leaves out the components of the application in a {@link GrainsTest}. */
final class GrainsTypeExcludeFilter
    extends StandardAnnotationCustomizableTypeExcludeFilter<GrainsTest> {

  GrainsTypeExcludeFilter(Class<?> testClass) {
    super(testClass);
  }
}
