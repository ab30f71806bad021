/** What many services do today: read the row, check, update it where the version still fits. */
@NullMarked
package dev.grains.benchmarks.compare.plain;

import org.jspecify.annotations.NullMarked;
