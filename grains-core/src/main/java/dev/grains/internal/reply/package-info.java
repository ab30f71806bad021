/** Replies find their way back to the caller. */
@NullMarked
package dev.grains.internal.reply;

import org.jspecify.annotations.NullMarked;
