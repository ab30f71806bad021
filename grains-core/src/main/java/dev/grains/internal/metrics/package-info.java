/** The meters of the runtime. */
@NullMarked
package dev.grains.internal.metrics;

import org.jspecify.annotations.NullMarked;
