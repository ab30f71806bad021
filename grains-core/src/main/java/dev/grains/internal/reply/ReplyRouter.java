package dev.grains.internal.reply;

import dev.grains.internal.call.Answer;
import dev.grains.internal.call.AnswerFormat;
import dev.grains.internal.call.Batch;
import dev.grains.internal.call.Transport;
import dev.grains.internal.cluster.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends answers to the callers of batches: directly where the caller is in this JVM, else through
 * the topic of the caller. A push that gets lost is healed by the caller. Thread-safe.
 */
public final class ReplyRouter {

  private static final Logger log = LoggerFactory.getLogger(ReplyRouter.class);

  private final Topics topics;
  private final PushFilter filter;
  private final ThreadLocal<Map<UUID, List<ReplyFrame.Part>>> held =
      ThreadLocal.withInitial(HashMap::new);

  /**
   * Creates a router.
   *
   * @param filter decides whether a push is really made, for tests of lost replies
   */
  public ReplyRouter(Topics topics, PushFilter filter) {
    this.topics = topics;
    this.filter = filter;
  }

  /** Sends an answer now. */
  public void reply(Batch batch, Answer answer) {
    Transport.Listener origin = batch.origin();
    if (origin != null) {
      origin.answered(answer);
    } else {
      push(
          batch.caller(),
          List.of(new ReplyFrame.Part(batch.number(), AnswerFormat.encode(answer))));
    }
  }

  /** Sends an answer to a caller in this JVM now, to others with the next {@link #flush}. */
  public void replyWithGroup(Batch batch, Answer answer) {
    if (batch.origin() != null) {
      reply(batch, answer);
    } else {
      held.get()
          .computeIfAbsent(batch.caller(), caller -> new ArrayList<>())
          .add(new ReplyFrame.Part(batch.number(), AnswerFormat.encode(answer)));
    }
  }

  /** Sends what this thread holds, one message for each caller. */
  public void flush() {
    Map<UUID, List<ReplyFrame.Part>> messages = held.get();
    if (!messages.isEmpty()) {
      messages.forEach(this::push);
      messages.clear();
    }
  }

  private void push(UUID caller, List<ReplyFrame.Part> parts) {
    if (!filter.passes(caller)) {
      return;
    }
    try {
      topics.publish(caller, ReplyFrame.encode(parts));
    } catch (RuntimeException unreachable) {
      log.debug("a reply to {} was not pushed; the caller will ask again", caller, unreachable);
    }
  }
}
