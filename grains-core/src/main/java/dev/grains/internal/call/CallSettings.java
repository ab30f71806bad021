package dev.grains.internal.call;

import dev.grains.Limits;
import dev.grains.spi.CallInterceptor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;

/**
 * What all calls of one runtime share.
 *
 * @param caller names this runtime, for as long as it lives
 * @param clock measures deadlines
 * @param timeout how long calls wait unless their options say otherwise
 * @param healAfter how long an accepted batch may stay silent before it is sent again
 * @param limits the bounds of lanes and batches
 * @param interceptors around every call
 */
public record CallSettings(
    UUID caller,
    InstantSource clock,
    Duration timeout,
    Duration healAfter,
    Limits limits,
    List<CallInterceptor> interceptors) {}
