package dev.grains.internal.turn;

import dev.grains.internal.call.Answer;
import dev.grains.internal.call.Batch;
import dev.grains.spi.KeyedReply;
import dev.grains.spi.NewEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a turn has decided, none of it visible to anybody yet.
 *
 * @param batch the batch that ran
 * @param outcomes the outcomes as objects
 * @param encoded the outcomes as they travel; null if nothing was written and the caller is here
 * @param expectedVersion the version it was decided on
 * @param newVersion the version after it
 * @param wrote whether anything is to be committed
 * @param state the state after it; null for the initial one of a document
 * @param events the events, if any
 * @param replies the replies to commands with idempotency keys that wrote
 * @param after actions to run once it is durable
 * @param leave whether the grain asked to leave memory
 * @param crash what {@code apply} threw, if it did
 */
public record Decision(
    Batch batch,
    @Nullable Object[] outcomes,
    byte @Nullable [] encoded,
    long expectedVersion,
    long newVersion,
    boolean wrote,
    @Nullable Object state,
    List<NewEvent> events,
    List<KeyedReply> replies,
    List<Runnable> after,
    boolean leave,
    @Nullable Throwable crash) {

  /** The answer to a batch, in the form its caller can use. */
  public Answer answer() {
    byte[] bytes = encoded;
    return batch.origin() != null || bytes == null
        ? new Answer.Outcomes(outcomes)
        : new Answer.Encoded(bytes);
  }
}
