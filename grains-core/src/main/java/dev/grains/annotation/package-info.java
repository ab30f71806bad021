/** The annotations of contracts, grains and events. */
@NullMarked
package dev.grains.annotation;

import org.jspecify.annotations.NullMarked;
