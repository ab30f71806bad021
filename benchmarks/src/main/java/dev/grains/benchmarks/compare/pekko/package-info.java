/** Apache Pekko: sharded actors, with their state in memory or in a journal on PostgreSQL. */
@NullMarked
package dev.grains.benchmarks.compare.pekko;

import org.jspecify.annotations.NullMarked;
