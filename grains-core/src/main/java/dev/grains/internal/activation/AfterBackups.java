package dev.grains.internal.activation;

import dev.grains.GrainId;
import dev.grains.internal.turn.Gate;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs actions once the backups have what was written before them. Thread-safe. */
final class AfterBackups {

  private final Barrier barrier;
  private final Gate gate;
  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * Creates the place where actions wait.
   *
   * @param gate where the barrier is sent from, because that may block
   */
  AfterBackups(Barrier barrier, Gate gate) {
    this.barrier = barrier;
    this.gate = gate;
  }

  /** Runs an action, on any thread, once the backups of a grain have what was written by now. */
  void run(GrainId id, Runnable action) {
    waiting.incrementAndGet();
    gate.execute(() -> barrier.pass(id, () -> passed(action)));
  }

  private void passed(Runnable action) {
    try {
      action.run();
    } finally {
      waiting.decrementAndGet();
    }
  }

  /** Whether no action waits. */
  boolean idle() {
    return waiting.get() == 0;
  }
}
