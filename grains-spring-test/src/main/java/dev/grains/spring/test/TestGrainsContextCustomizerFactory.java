package dev.grains.spring.test;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/** Finds tests with {@link AutoConfigureTestGrains}. */
final class TestGrainsContextCustomizerFactory implements ContextCustomizerFactory {

  @Override
  public @Nullable ContextCustomizer createContextCustomizer(
      Class<?> testClass, List<ContextConfigurationAttributes> configAttributes) {
    if (!TestContextAnnotationUtils.hasAnnotation(testClass, AutoConfigureTestGrains.class)) {
      return null;
    }
    boolean slice = TestContextAnnotationUtils.hasAnnotation(testClass, GrainsTest.class);
    return new TestGrainsContextCustomizer(slice);
  }
}
