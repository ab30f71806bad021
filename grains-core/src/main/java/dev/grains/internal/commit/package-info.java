/**
 * What turns have written becomes durable: group committer, lookups of idempotency keys, receipts,
 * replicated store.
 */
@NullMarked
package dev.grains.internal.commit;

import org.jspecify.annotations.NullMarked;
