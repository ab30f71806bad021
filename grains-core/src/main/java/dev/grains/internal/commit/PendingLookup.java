package dev.grains.internal.commit;

import dev.grains.spi.KeyedReply;
import dev.grains.spi.ReplyLookup;
import java.util.List;

/** What a turn must know of its idempotency keys before it begins. Told once, on any thread. */
public interface PendingLookup {

  ReplyLookup lookup();

  /** Takes the replies that are known; must not block. */
  void found(List<KeyedReply> replies);

  /** Takes the reason why nobody knows; must not block. */
  void failed(Throwable failure);
}
