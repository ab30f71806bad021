package dev.grains.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Promises that the handlers of a grain class only compute: no I/O, no locks, no waiting.
 *
 * <p>Turns of such a grain run on the partition thread that admits their commands, and decide on
 * tentative state while earlier commits are still under way. A handler that takes longer than a few
 * milliseconds delays every grain of its partition; calling another grain from one fails at once.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface NonBlocking {}
