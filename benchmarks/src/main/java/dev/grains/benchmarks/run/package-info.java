/**
 * The comparison as a whole: who takes part, in which processes, in which order, and the report.
 */
@NullMarked
package dev.grains.benchmarks.run;

import org.jspecify.annotations.NullMarked;
