package dev.grains.internal.activation;

import org.jspecify.annotations.Nullable;

/**
 * What is durable of a grain, and so what queries see.
 *
 * @param state the state; null for the initial one of a document, and for plain grains
 * @param version the version that goes with it
 */
record Committed(@Nullable Object state, long version) {}
