/** Axon Framework 5: event-sourced entities on its own engine, which is the one on JPA. */
@NullMarked
package dev.grains.benchmarks.axon5;

import org.jspecify.annotations.NullMarked;
