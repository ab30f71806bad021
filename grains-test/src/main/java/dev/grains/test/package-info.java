/** The test kit: fixtures for grains and stores, a settable clock, and a cluster in one JVM. */
@NullMarked
package dev.grains.test;

import org.jspecify.annotations.NullMarked;
