package dev.grains.spi;

import dev.grains.GrainId;
import java.util.Set;

/**
 * A question to a store: which of these idempotency keys has a grain seen, and what did it reply?
 *
 * @param type the type of the grain
 * @param id the grain
 * @param keys the keys that commands of one batch carry
 * @since 0.1
 */
public record ReplyLookup(GrainType type, GrainId id, Set<String> keys) {}
