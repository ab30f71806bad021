/** What turns have written becomes durable: group committer, receipts, replicated store. */
@NullMarked
package dev.grains.internal.commit;

import org.jspecify.annotations.NullMarked;
