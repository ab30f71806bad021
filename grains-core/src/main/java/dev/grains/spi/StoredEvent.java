package dev.grains.spi;

import java.time.Instant;

/**
 * An event as it is stored, for tools and tests.
 *
 * @param version its place in the stream of the grain, from 1
 * @param recordedAt when it was committed
 * @param event the event, brought to its current format
 * @param metadata where it comes from
 * @since 0.1
 */
public record StoredEvent(long version, Instant recordedAt, Object event, EventMetadata metadata) {}
