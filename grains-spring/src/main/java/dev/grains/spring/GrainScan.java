package dev.grains.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.AliasFor;

/**
 * Names the packages in which grain classes are found, on a configuration class. Without it they
 * are found in the package of the application class and below.
 *
 * <p>Found are all concrete classes that extend {@link dev.grains.Grain}. They must not be beans:
 * an instance is made for each activation, with its constructor arguments taken from the
 * application context.
 *
 * @since 0.1
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Import(GrainScanRegistrar.class)
public @interface GrainScan {

  /**
   * The packages; sub-packages are included. That of the annotated class if none is named.
   *
   * @return names of packages
   */
  @AliasFor("basePackages")
  String[] value() default {};

  /**
   * The packages; sub-packages are included. That of the annotated class if none is named.
   *
   * @return names of packages
   */
  @AliasFor("value")
  String[] basePackages() default {};

  /**
   * Classes whose packages are meant, for names that survive refactoring.
   *
   * @return one class of each package
   */
  Class<?>[] basePackageClasses() default {};
}
