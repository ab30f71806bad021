/** Sends work at a fixed number in flight, and measures what comes back. */
@NullMarked
package dev.grains.benchmarks.load;

import org.jspecify.annotations.NullMarked;
