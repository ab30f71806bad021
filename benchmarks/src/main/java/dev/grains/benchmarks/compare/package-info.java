/** The same work behind one minimal interface, whoever does it. */
@NullMarked
package dev.grains.benchmarks.compare;

import org.jspecify.annotations.NullMarked;
