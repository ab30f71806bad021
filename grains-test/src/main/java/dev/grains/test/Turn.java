package dev.grains.test;

import org.jspecify.annotations.Nullable;

/**
 * One call as it went.
 *
 * @param call what was called, for messages
 * @param reply what the caller got, null if nothing
 * @param failure what the caller got instead, null if the call succeeded
 * @param decision what was committed; of a failed call nothing
 */
record Turn(String call, @Nullable Object reply, @Nullable Throwable failure, Decision decision) {}
