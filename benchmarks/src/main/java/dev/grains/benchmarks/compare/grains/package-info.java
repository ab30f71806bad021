/** Grains: counters without a store or replicated, and accounts in a database. */
@NullMarked
package dev.grains.benchmarks.compare.grains;

import org.jspecify.annotations.NullMarked;
