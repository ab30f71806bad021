package dev.grains.annotation;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a {@code void} contract method whose caller does not wait: the call returns once the
 * command is queued in the caller's lane.
 *
 * <p>The command keeps its place in the order of the caller's commands and is sent again when a
 * member leaves, but its caller never learns whether it ran; a failure is logged on the caller's
 * member.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OneWay {}
