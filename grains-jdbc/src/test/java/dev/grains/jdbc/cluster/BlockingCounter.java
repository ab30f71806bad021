package dev.grains.jdbc.cluster;

import dev.grains.annotation.Grain;

/** A counter whose handlers may block. */
@Grain("blocking-counter")
interface BlockingCounter extends Counter {}
