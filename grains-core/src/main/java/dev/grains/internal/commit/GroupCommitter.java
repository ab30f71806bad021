package dev.grains.internal.commit;

import dev.grains.GrainId;
import dev.grains.internal.metrics.CommitMetrics;
import dev.grains.spi.GrainStore;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Stands in front of a store: a few threads, a grain always on the same one; what arrives during a
 * transaction goes into the next. There is no timer: an idle committer starts at once.
 *
 * <p>Thread-safe. Commits of one grain reach the store in the order of {@link #submit}.
 */
public final class GroupCommitter implements AutoCloseable {

  private final List<CommitterThread> threads = new ArrayList<>();

  /**
   * Starts the threads.
   *
   * @param name the name of the store, for threads and meters
   * @param afterGroup called on the committer thread after each group, to send what it has released
   */
  public GroupCommitter(
      GrainStore store,
      String name,
      CommitterSettings settings,
      InstantSource clock,
      CommitMetrics metrics,
      Runnable afterGroup) {
    for (int i = 0; i < settings.threads(); i++) {
      Group.Writer writer = new Group.Writer(store, metrics, clock);
      threads.add(
          new CommitterThread(
              "grains-committer-" + name + "-" + i, settings, writer, clock, afterGroup));
    }
    threads.forEach(Thread::start);
    metrics.queue(this::waiting);
  }

  /** Whether so much waits that nothing more should be decided for a grain. */
  public boolean full(GrainId id) {
    return thread(id).full();
  }

  /** Queues a commit. */
  public void submit(PendingCommit pending) {
    thread(pending.commit().id()).submit(pending);
  }

  private CommitterThread thread(GrainId id) {
    return threads.get(Math.floorMod(spread(id.hashCode()), threads.size()));
  }

  private static int spread(int hash) {
    return hash ^ (hash >>> 16);
  }

  /** The number of commits that wait. */
  public int waiting() {
    return threads.stream().mapToInt(CommitterThread::waiting).sum();
  }

  /** Ends the threads once the transactions under way are over; what waits is left undone. */
  @Override
  public void close() {
    threads.forEach(CommitterThread::close);
  }
}
