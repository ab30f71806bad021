/** Grains in memory: table, mailbox, life cycle, and the choice of those that leave. */
@NullMarked
package dev.grains.internal.activation;

import org.jspecify.annotations.NullMarked;
