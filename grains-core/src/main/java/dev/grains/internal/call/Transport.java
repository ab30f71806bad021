package dev.grains.internal.call;

import dev.grains.GrainId;

/** Carries batches to the owners of grains. Thread-safe; does not block. */
public interface Transport {

  Target target(GrainId id);

  /** Whether this JVM owns a partition now. */
  boolean local(int partition);

  /** Whether this JVM owns a partition now, and it is not about to move. */
  boolean settled(int partition);

  /**
   * Sends a batch to the owner.
   *
   * @param listener told once what came of it, on any thread, possibly a partition thread, possibly
   *     before this method returns
   */
  void send(Target target, Batch batch, Listener listener);

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
