/** Processes that a measurement needs beside its own: further JVMs and a database. */
@NullMarked
package dev.grains.benchmarks.process;

import org.jspecify.annotations.NullMarked;
