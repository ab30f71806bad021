/** Tests of Spring Security around grains. */
@NullMarked
package dev.grains.spring.security;

import org.jspecify.annotations.NullMarked;
