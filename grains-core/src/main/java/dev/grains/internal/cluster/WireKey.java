package dev.grains.internal.cluster;

import com.hazelcast.internal.serialization.Data;

/**
 * A key as it is sent, with the partition that its bytes belong to: both cost more to find out than
 * to keep.
 */
public record WireKey(int partition, Data data) {}
