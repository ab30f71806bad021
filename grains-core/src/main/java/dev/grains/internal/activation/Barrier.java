package dev.grains.internal.activation;

import dev.grains.GrainId;

/** Waits for the backups of a grain in cluster memory, without holding up a thread. */
@FunctionalInterface
public interface Barrier {

  /** Runs an action, on any thread, once the backups have what was written before. */
  void pass(GrainId id, Runnable then);
}
