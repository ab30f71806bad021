package dev.grains.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an interface as the contract of a grain type and gives the type its name.
 *
 * <p>The name is stored with every grain and travels with every call, so it outlives renames of the
 * interface: change it only together with the stored data.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Grain {

  /**
   * Returns the name of the grain type.
   *
   * @return 1 to 64 letters, digits, {@code '-'}, {@code '_'} or {@code '.'}, unique in the cluster
   */
  String value();
}
