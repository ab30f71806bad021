/** Tests of what Prometheus gets to see. */
@NullMarked
package dev.grains.spring.metrics;

import org.jspecify.annotations.NullMarked;
