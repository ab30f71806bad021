package dev.grains.spring.test;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes the member of a test a cluster of its own, on loopback and any free port, whatever the
 * properties of the application say: with {@code @SpringBootTest}, and part of {@link GrainsTest}.
 *
 * <p>Each application context has a member of its own; contexts in one JVM never meet.
 *
 * @since 0.1
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface AutoConfigureTestGrains {}
