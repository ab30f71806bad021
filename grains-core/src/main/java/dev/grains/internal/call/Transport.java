package dev.grains.internal.call;

import dev.grains.GrainId;

/** The way to the owners of grains. Thread-safe; does not block. */
public interface Transport {

  /**
   * Returns where to send the commands of a grain.
   *
   * @throws dev.grains.GrainUnavailableException if no member hosts its type, or that cannot be
   *     found out
   */
  Target target(GrainId id);

  /** Whether this JVM owns a partition now. */
  boolean local(int partition);

  /** Whether this JVM owns a partition now, and it is not about to move. */
  boolean settled(int partition);

  /** Told what came of sending. */
  interface Listener {

    /** The batch leaves this JVM: its answer may be pushed, and must be found by its number. */
    void travels();

    /** The owner has answered. */
    void answered(Answer answer);

    /**
     * The owner was not reached, or its answer was lost.
     *
     * @param notDone whether the batch surely was not admitted
     * @param retry whether sending again may help
     */
    void failed(Throwable cause, boolean notDone, boolean retry);

    /** The cluster has too few members to take anything; this attempt surely was not admitted. */
    void refused(Throwable cause);
  }
}
