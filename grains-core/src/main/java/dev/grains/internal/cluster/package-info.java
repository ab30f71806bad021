/**
 * Everything that touches Hazelcast except the entry processors of admission and of the replicated
 * store.
 */
@NullMarked
package dev.grains.internal.cluster;

import org.jspecify.annotations.NullMarked;
