/** Tests of grains in the application context of Spring Boot. */
@NullMarked
package dev.grains.spring.test;

import org.jspecify.annotations.NullMarked;
