package dev.grains.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.autoconfigure.OverrideAutoConfiguration;
import org.springframework.boot.test.context.filter.annotation.TypeExcludeFilters;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.core.annotation.AliasFor;
import org.springframework.test.context.BootstrapWith;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Tests the grains of an application and nothing else of it: one member in this JVM, on loopback
 * and any free port, that keeps grains in memory. Beans that grains need come from the test, as
 * {@code @Import}, {@code @TestConfiguration} or {@code @MockitoBean}.
 *
 * <p>A test of the whole application uses {@code @SpringBootTest} and {@link
 * AutoConfigureTestGrains} instead.
 *
 * @since 0.1
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@BootstrapWith(GrainsTestContextBootstrapper.class)
@ExtendWith(SpringExtension.class)
@OverrideAutoConfiguration(enabled = false)
@TypeExcludeFilters(GrainsTypeExcludeFilter.class)
@AutoConfigureTestGrains
@ImportAutoConfiguration
public @interface GrainsTest {

  /**
   * Properties in the form {@code key=value} that are added before the test runs.
   *
   * @return the properties
   */
  String[] properties() default {};

  /**
   * Whether components of the application are left out.
   *
   * @return whether default filters are used
   */
  boolean useDefaultFilters() default true;

  /**
   * Components that are taken in all the same.
   *
   * @return the filters
   */
  Filter[] includeFilters() default {};

  /**
   * Components that are left out as well.
   *
   * @return the filters
   */
  Filter[] excludeFilters() default {};

  /**
   * Auto-configurations that are left out.
   *
   * @return their classes
   */
  @AliasFor(annotation = ImportAutoConfiguration.class, attribute = "exclude")
  Class<?>[] excludeAutoConfiguration() default {};
}
