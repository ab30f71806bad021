/** Observations of calls and handlers, and logging contexts. */
@NullMarked
package dev.grains.spring.observation;

import org.jspecify.annotations.NullMarked;
