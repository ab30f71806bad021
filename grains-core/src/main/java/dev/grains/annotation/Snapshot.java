package dev.grains.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Sets when a durable store keeps a snapshot of an event-sourced grain, on the grain class.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Snapshot {

  /**
   * Returns the number of events between two snapshots.
   *
   * @return the number of events; 0 for no snapshots
   */
  int every() default 100;

  /**
   * Returns the format version of the state; snapshots of another version are ignored, and the
   * state is built from the events again.
   *
   * @return the version, 1 or more
   */
  int format() default 1;

  /**
   * Returns whether events before a new snapshot are deleted. They are lost for good.
   *
   * @return whether to delete them; off unless asked for
   */
  boolean deleteOlderEvents() default false;
}
