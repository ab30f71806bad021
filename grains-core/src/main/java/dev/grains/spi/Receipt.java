package dev.grains.spi;

import java.time.Instant;
import java.util.UUID;

/**
 * The proof in a commit that a batch of commands ran, with the replies to give again when the batch
 * is sent again.
 *
 * @param caller the caller process whose lane sent the batch
 * @param batch the number of the batch; those of a caller only ever rise
 * @param expiresAt when the batch can no longer be sent again and the receipt may go
 * @param replies the encoded replies, opaque to stores; must not be changed
 * @since 0.1
 */
public record Receipt(UUID caller, long batch, Instant expiresAt, byte[] replies) {}
