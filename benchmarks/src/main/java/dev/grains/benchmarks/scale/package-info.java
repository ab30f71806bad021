/** How cost grows with the number of grains, and with the number of members on one machine. */
@NullMarked
package dev.grains.benchmarks.scale;

import org.jspecify.annotations.NullMarked;
