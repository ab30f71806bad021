package dev.grains.internal.activation;

import dev.grains.internal.call.Answer;
import dev.grains.internal.call.Batch;
import dev.grains.spi.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The last batch of each caller, by which a batch that is sent again is recognised. A lane has one
 * unanswered batch, so one for each caller is enough. Guarded by the activation.
 */
final class Callers {

  /** How long after its deadline a batch may still arrive. */
  static final long SLACK_MILLIS = 60_000;

  private static final int MANY = 16;

  private static final class Last {
    final UUID caller;
    long number;
    long expiresAt;
    boolean waiting;
    @Nullable Answer answer;
    @Nullable Last next;

    Last(UUID caller, @Nullable Last next) {
      this.caller = caller;
      this.next = next;
    }
  }

  private @Nullable Last first;

  private @Nullable Last find(UUID caller) {
    Last last = first;
    while (last != null && !last.caller.equals(caller)) {
      last = last.next;
    }
    return last;
  }

  /** What to answer to a batch that is known already, or null if it is to run. */
  @Nullable Answer recognise(Batch batch) {
    Last last = find(batch.caller());
    if (last == null || batch.number() > last.number) {
      return null;
    }
    if (batch.number() < last.number) {
      return Answer.Status.STALE;
    }
    return last.waiting ? Answer.Status.ACCEPTED : last.answer;
  }

  /** Notes that a batch waits or runs. */
  void waiting(Batch batch, long now) {
    Last last = find(batch.caller());
    if (last == null) {
      dropExpired(now);
      last = new Last(batch.caller(), first);
      first = last;
    }
    last.number = batch.number();
    last.expiresAt = batch.deadline() + SLACK_MILLIS;
    last.waiting = true;
    last.answer = null;
  }

  /**
   * Notes that a batch has been answered.
   *
   * @param answer what to say if it comes again; null if it may simply run again
   */
  void answered(Batch batch, @Nullable Answer answer) {
    Last last = find(batch.caller());
    if (last != null && last.number == batch.number()) {
      last.waiting = false;
      last.answer = answer;
    }
  }

  /** Takes over what a store knows. */
  void load(List<Receipt> receipts) {
    for (Receipt receipt : receipts) {
      Last last = find(receipt.caller());
      if (last == null) {
        last = new Last(receipt.caller(), first);
        first = last;
      }
      if (receipt.batch() >= last.number) {
        last.number = receipt.batch();
        last.expiresAt = receipt.expiresAt().toEpochMilli();
        last.waiting = false;
        last.answer = new Answer.Encoded(receipt.replies());
      }
    }
  }

  static Receipt receipt(Batch batch, byte[] replies) {
    Instant expiry = Instant.ofEpochMilli(batch.deadline() + SLACK_MILLIS);
    return new Receipt(batch.caller(), batch.number(), expiry, replies);
  }

  private void dropExpired(long now) {
    int count = 0;
    for (Last last = first; last != null; last = last.next) {
      count++;
    }
    if (count < MANY) {
      return;
    }
    Last kept = null;
    for (Last last = first; last != null; ) {
      Last next = last.next;
      if (last.waiting || last.expiresAt > now) {
        last.next = kept;
        kept = last;
      }
      last = next;
    }
    first = kept;
  }
}
