/** A grain class with an injected field. */
@NullMarked
package dev.grains.spring.broken.field;

import org.jspecify.annotations.NullMarked;
