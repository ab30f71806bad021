package dev.grains.jdbc.cluster;

import dev.grains.annotation.EventType;

/**
 * A counter counted a command.
 *
 * @param caller who called
 * @param sequence the number of the call
 */
@EventType("counted")
record Counted(String caller, long sequence) {}
