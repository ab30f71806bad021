/** A grain class that is a bean. */
@NullMarked
package dev.grains.spring.broken.component;

import org.jspecify.annotations.NullMarked;
