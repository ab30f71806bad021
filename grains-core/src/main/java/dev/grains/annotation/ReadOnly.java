package dev.grains.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a contract method as a query: it reads the state of the grain and never changes it.
 *
 * <p>Queries of grains with stored state run beside turns, on the last committed state, on a second
 * instance of the grain class; on the owner's own member they run on the caller's thread. Queries
 * of plain grains run as turns. A query that emits an event or sets state fails with an {@link
 * IllegalStateException} and changes nothing.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface ReadOnly {}
