/** Microbenchmarks, one question each. Run them with {@code benchmarks/jmh NAME}. */
@NullMarked
package dev.grains.benchmarks.jmh;

import org.jspecify.annotations.NullMarked;
