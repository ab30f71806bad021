/** Tests of observations and logging contexts. */
@NullMarked
package dev.grains.spring.observation;

import org.jspecify.annotations.NullMarked;
