package dev.grains.internal.call;

/**
 * Where a grain lives, in terms of the transport.
 *
 * @param partition the partition of its key
 * @param key the key as the transport sends it
 */
public record Target(int partition, Object key) {}
