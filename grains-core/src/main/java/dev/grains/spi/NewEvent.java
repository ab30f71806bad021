package dev.grains.spi;

/**
 * An event to be committed.
 *
 * @param event the event as the grain emitted it
 * @param metadata where it comes from
 * @since 0.1
 */
public record NewEvent(Object event, EventMetadata metadata) {}
