package dev.grains.internal.reply;

import dev.grains.internal.call.AnswerFormat;
import dev.grains.internal.call.Calls;
import dev.grains.internal.cluster.Topics;
import dev.grains.internal.codec.WireFormatException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the answers that owners push to this caller. */
public final class ReplyInbox implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ReplyInbox.class);

  private final Calls calls;
  private final Runnable stop;

  public ReplyInbox(UUID caller, Topics topics, Calls calls) {
    this.calls = calls;
    this.stop = topics.listen(caller, this::take);
  }

  private void take(byte[] message) {
    try {
      for (ReplyFrame.Part part : ReplyFrame.decode(message)) {
        calls.answered(part.number(), AnswerFormat.decode(part.answer()));
      }
    } catch (WireFormatException broken) {
      log.warn("replies that cannot be read were dropped: {}", broken.getMessage());
    }
  }

  /** Stops listening. */
  @Override
  public void close() {
    stop.run();
  }
}
