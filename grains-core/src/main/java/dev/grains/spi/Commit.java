package dev.grains.spi;

import dev.grains.GrainId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one or more turns of a grain have written, to be committed as a whole.
 *
 * @param type the type of the grain
 * @param id the grain
 * @param expectedVersion the version that the store must have for the commit to succeed
 * @param newVersion the version after the commit
 * @param at the time of the (last) turn, by the clock of the runtime
 * @param events the events in order; empty for a document
 * @param state the state after the commit; null for a document that is cleared. Event-sourced
 *     grains give it for snapshots
 * @param receipts the receipts to keep, at most one for each caller
 * @param replies the replies to commands with idempotency keys
 * @since 0.1
 */
public record Commit(
    GrainType type,
    GrainId id,
    long expectedVersion,
    long newVersion,
    Instant at,
    List<NewEvent> events,
    @Nullable Object state,
    List<Receipt> receipts,
    List<KeyedReply> replies) {

  /**
   * Returns this commit and the one that follows it as one.
   *
   * @param next the commit of a later turn of the same grain, decided on the state of this one
   * @return both, to succeed or fail together
   */
  public Commit then(Commit next) {
    if (!next.id.equals(id) || next.expectedVersion != newVersion) {
      throw new IllegalArgumentException(
          "commit "
              + next.id
              + " at version "
              + next.expectedVersion
              + " does not follow "
              + id
              + " at version "
              + newVersion);
    }
    return new Commit(
        type,
        id,
        expectedVersion,
        next.newVersion,
        next.at,
        concat(events, next.events),
        next.state,
        newest(receipts, next.receipts),
        concat(replies, next.replies));
  }

  private static <T> List<T> concat(List<T> first, List<T> second) {
    if (first.isEmpty()) {
      return second;
    }
    List<T> both = new ArrayList<>(first.size() + second.size());
    both.addAll(first);
    both.addAll(second);
    return both;
  }

  private static List<Receipt> newest(List<Receipt> first, List<Receipt> second) {
    List<Receipt> result = new ArrayList<>(first.size() + second.size());
    for (Receipt receipt : first) {
      if (second.stream().noneMatch(later -> later.caller().equals(receipt.caller()))) {
        result.add(receipt);
      }
    }
    result.addAll(second);
    return result;
  }
}
