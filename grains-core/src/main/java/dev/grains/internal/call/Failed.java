package dev.grains.internal.call;

/**
 * The outcome of a command that has no result; any other object, null included, is a result.
 *
 * @param cause what the caller gets
 */
public record Failed(Throwable cause) {}
