/**
 * Turns arguments, results, states, events and failures into bytes and back, by their declared
 * types.
 */
@NullMarked
package dev.grains.internal.codec;

import org.jspecify.annotations.NullMarked;
