package dev.grains.jdbc.cluster;

import dev.grains.annotation.Grain;

/** A counter that is kept as a document. */
@Grain("document-counter")
interface DocumentCounter extends Counter {}
