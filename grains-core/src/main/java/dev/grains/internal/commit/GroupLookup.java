package dev.grains.internal.commit;

import dev.grains.spi.GrainStore;
import dev.grains.spi.KeyedReply;
import dev.grains.spi.ReplyLookup;
import dev.grains.spi.StoreUnavailableException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks up idempotency keys in a store, for many grains at once: what is asked while the store
 * answers goes into the next group. There is no timer: an idle store is asked at once.
 *
 * <p>Thread-safe. One that cannot be answered fails alone.
 */
public final class GroupLookup {

  private static final Logger log = LoggerFactory.getLogger(GroupLookup.class);

  private final GrainStore store;
  private final Executor threads;
  private final int groups;
  private final int groupKeys;

  // guarded by this
  private final ArrayDeque<PendingLookup> queue = new ArrayDeque<>();
  private int asking;

  /**
   * Makes lookups.
   *
   * @param threads runs what blocks
   * @param groups how many groups are asked for at a time
   * @param groupKeys how many keys make a group, unless one lookup has more
   */
  public GroupLookup(GrainStore store, Executor threads, int groups, int groupKeys) {
    this.store = store;
    this.threads = threads;
    this.groups = groups;
    this.groupKeys = groupKeys;
  }

  /** Queues a lookup. */
  public void submit(PendingLookup pending) {
    synchronized (this) {
      queue.add(pending);
      if (asking == groups) {
        return;
      }
      asking++;
    }
    threads.execute(this::askOnce);
  }

  // one group at a time, so that loads that wait for a thread get their turn
  private void askOnce() {
    tell(nextGroup());
    synchronized (this) {
      if (queue.isEmpty()) {
        asking--;
        return;
      }
    }
    threads.execute(this::askOnce);
  }

  private synchronized List<PendingLookup> nextGroup() {
    List<PendingLookup> group = new ArrayList<>();
    int keys = 0;
    while (!queue.isEmpty()) {
      keys += queue.element().lookup().keys().size();
      if (keys > groupKeys && !group.isEmpty()) {
        break;
      }
      group.add(queue.remove());
    }
    return group;
  }

  private void tell(List<PendingLookup> group) {
    List<List<KeyedReply>> found;
    try {
      found = ask(group.stream().map(PendingLookup::lookup).toList());
    } catch (RuntimeException | Error failure) {
      if (group.size() > 1 && !(failure instanceof StoreUnavailableException)) {
        group.forEach(pending -> tell(List.of(pending)));
      } else {
        group.forEach(pending -> tell(pending, () -> pending.failed(failure)));
      }
      return;
    }
    for (int i = 0; i < found.size(); i++) {
      PendingLookup pending = group.get(i);
      List<KeyedReply> replies = found.get(i);
      tell(pending, () -> pending.found(replies));
    }
  }

  private List<List<KeyedReply>> ask(List<ReplyLookup> lookups) {
    List<List<KeyedReply>> found = lookups.isEmpty() ? List.of() : store.replies(lookups);
    if (found.size() != lookups.size()) {
      throw new IllegalStateException(
          store + " gave " + found.size() + " answers to " + lookups.size() + " lookups");
    }
    return found;
  }

  private static void tell(PendingLookup pending, Runnable told) {
    try {
      told.run();
    } catch (RuntimeException | Error bug) {
      log.error("what is known of keys of {} could not be told", pending.lookup().id(), bug);
    }
  }
}
