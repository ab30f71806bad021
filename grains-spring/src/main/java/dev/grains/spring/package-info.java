/** What an application with Spring Boot says about its grains, beyond properties. */
@NullMarked
package dev.grains.spring;

import org.jspecify.annotations.NullMarked;
