package dev.grains.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a record its stable stored name and format version, wherever it is one of the types of a
 * sealed hierarchy: an event, or a part of a state, an argument or a result.
 *
 * <p>Without this annotation the name is the simple name of the class and the version is 1.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {

  /**
   * Returns the stored name.
   *
   * @return a name unique within the sealed hierarchy; empty for the simple name of the class
   */
  String value() default "";

  /**
   * Returns the format version of the stored form, raised when old stored events need an upcaster.
   *
   * @return the version, 1 or more
   */
  int version() default 1;
}
