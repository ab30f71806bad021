/** Axon Framework 4: event-sourced aggregates on its JDBC engine, with a cache of aggregates. */
@NullMarked
package dev.grains.benchmarks.compare.axon4;

import org.jspecify.annotations.NullMarked;
