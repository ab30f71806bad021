package dev.grains.internal.activation;

import dev.grains.internal.call.Batch;
import dev.grains.internal.commit.PendingLookup;
import dev.grains.spi.KeyedReply;
import dev.grains.spi.ReplyLookup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A batch that waits for what the store knows of its idempotency keys. */
record KeyedBatch(Batch batch, ReplyLookup lookup, Runner runner) implements PendingLookup {

  @Override
  public void found(List<KeyedReply> replies) {
    Map<String, byte[]> stored = new HashMap<>();
    replies.forEach(reply -> stored.put(reply.key(), reply.reply()));
    runner.goOn(batch, stored);
  }

  @Override
  public void failed(Throwable failure) {
    runner.goOnWithout(this, failure);
  }
}
