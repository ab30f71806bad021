/** A grain class without a contract. */
@NullMarked
package dev.grains.spring.broken.bare;

import org.jspecify.annotations.NullMarked;
