package dev.grains.spi;

import java.time.Instant;

/**
 * The reply to a command that carried an idempotency key, kept with the commit.
 *
 * @param key the key
 * @param expiresAt when the key is forgotten
 * @param reply the encoded reply, opaque to stores; must not be changed
 * @since 0.1
 */
public record KeyedReply(String key, Instant expiresAt, byte[] reply) {}
