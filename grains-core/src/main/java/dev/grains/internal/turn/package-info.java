/** A turn runs the commands of one batch against one grain. */
@NullMarked
package dev.grains.internal.turn;

import org.jspecify.annotations.NullMarked;
