package dev.grains.internal.activation;

import dev.grains.DeactivationReason;
import org.jspecify.annotations.Nullable;

/**
 * Least recently used first, exactly, with a hard bound: only activations with work may be beyond
 * it. The lock is taken when activations come and go, never when they are used.
 *
 * <p>When all others have work, the type is crowded: those that come to rest leave at once, so that
 * nobody has to look for them.
 */
final class LruResidency implements Residency {

  private final LruHeap heap = new LruHeap();
  private final int bound;
  private volatile boolean crowded;

  LruResidency(int bound) {
    this.bound = bound;
  }

  @Override
  public void added(Activation activation) {
    boolean full;
    synchronized (this) {
      heap.add(activation);
      full = heap.size() > bound;
    }
    if (full && !crowded) {
      evict(activation);
    }
  }

  private void evict(Activation newcomer) {
    crowded = true; // before the search: who comes to rest behind its back leaves by itself
    int tries = 0;
    Activation victim = pick(newcomer, 0);
    while (victim != null) {
      // a victim with work stays, and is behind all others for now
      tries = leaves(victim, DeactivationReason.EVICTED) ? 0 : tries + 1;
      victim = pick(newcomer, tries);
    }
  }

  /** Lets an activation leave if it may; its room counts as free while its last hook runs. */
  private boolean leaves(Activation activation, DeactivationReason reason) {
    boolean leaves = activation.leaveIfIdle(reason);
    if (leaves) {
      removed(activation);
    }
    return leaves;
  }

  private synchronized @Nullable Activation pick(Activation newcomer, int tries) {
    crowded = heap.size() > bound;
    if (!crowded || tries > heap.size()) {
      return null;
    }
    Activation least = heap.least();
    if (least == null || least == newcomer) {
      return null;
    }
    heap.postpone(least, System.nanoTime());
    return least;
  }

  @Override
  public void rested(Activation activation) {
    if (crowded) {
      leaves(activation, DeactivationReason.EVICTED);
    }
  }

  @Override
  public void relieve(int count) {
    for (int i = 0; i < count; i++) {
      Activation coldest;
      synchronized (this) {
        coldest = heap.least();
        if (coldest == null) {
          return;
        }
        heap.postpone(coldest, System.nanoTime());
      }
      leaves(coldest, DeactivationReason.MEMORY_PRESSURE);
    }
  }

  @Override
  public void used(Activation activation) {}

  @Override
  public synchronized void removed(Activation activation) {
    heap.remove(activation);
    crowded &= heap.size() > bound;
  }
}
