/** Two grain classes of one contract. */
@NullMarked
package dev.grains.spring.broken.twins;

import org.jspecify.annotations.NullMarked;
