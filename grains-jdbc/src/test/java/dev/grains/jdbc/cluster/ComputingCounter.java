package dev.grains.jdbc.cluster;

import dev.grains.annotation.Grain;

/** A counter whose handlers only compute. */
@Grain("computing-counter")
interface ComputingCounter extends Counter {}
