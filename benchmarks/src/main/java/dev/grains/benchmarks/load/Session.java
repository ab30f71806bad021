package dev.grains.benchmarks.load;

import dev.grains.benchmarks.compare.Running;
import dev.grains.benchmarks.compare.Work;
import org.jspecify.annotations.Nullable;

/**
 * The loads put on one contender, with the books that its total is held against. Confined to one
 * thread.
 */
public final class Session implements AutoCloseable {

  private final Running running;
  private long acknowledged;
  private long @Nullable [] values;
  private @Nullable Load valuesOf;

  /**
   * Creates a session.
   *
   * @param running a contender whose keys were never used; closed with the session
   */
  public Session(Running running) {
    this.running = running;
  }

  /**
   * Puts a load on the contender until the limit is reached and every call is answered.
   *
   * @param load the load
   * @param limit when to stop
   * @return what came of it
   * @throws Exception if a call fails or a reply is wrong
   */
  public Outcome run(Load load, Limit limit) throws Exception {
    boolean reads = load.work() == Work.READ;
    Replies replies = new Replies(reads ? values(load) : null);
    Outcome outcome =
        load.inFlight() > 1
            ? new Window(running, load, replies).run(limit)
            : new SingleCaller(running, load, replies).run(limit);
    replies.verify();
    if (!reads) {
      acknowledged += outcome.calls();
      values = null;
    }
    return outcome;
  }

  /**
   * Compares the commands that took effect with those that were acknowledged.
   *
   * @throws Exception if they differ
   */
  public void verify() throws Exception {
    long total = running.total();
    if (total != acknowledged) {
      throw new IllegalStateException(
          "%,d commands were acknowledged and %,d took effect: no figure is given"
              .formatted(acknowledged, total));
    }
  }

  @Override
  public void close() {
    running.close();
  }

  /** Reads what the keys of a load hold, unless that is known. */
  private long[] values(Load load) throws Exception {
    long[] known = values;
    if (known == null || valuesOf == null || !valuesOf.sameKeys(load)) {
      known = new long[load.firstKey() + load.keys()];
      for (int key = load.firstKey(); key < known.length; key++) {
        known[key] = running.call(Work.READ, key);
      }
      values = known;
      valuesOf = load;
    }
    return known;
  }
}
