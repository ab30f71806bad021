/** Raw Hazelcast: entry processors and nothing above them. */
@NullMarked
package dev.grains.benchmarks.compare.hazelcast;

import org.jspecify.annotations.NullMarked;
