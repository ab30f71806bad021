/** A call leaves its caller: proxy, lane, batch. */
@NullMarked
package dev.grains.internal.call;

import org.jspecify.annotations.NullMarked;
