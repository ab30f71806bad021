package dev.grains.internal.activation;

import dev.grains.DeactivationReason;
import org.jspecify.annotations.Nullable;

/**
 * Least recently used first, exactly, with a hard bound: only activations with work may be beyond
 * it. The lock is taken when activations come and go, never when they are used.
 */
final class LruResidency implements Residency {

  private final LruHeap heap = new LruHeap();
  private final int bound;

  LruResidency(int bound) {
    this.bound = bound;
  }

  @Override
  public void added(Activation activation) {
    synchronized (this) {
      heap.add(activation);
    }
    evict(activation);
  }

  private void evict(Activation newcomer) {
    int tries = 0;
    Activation victim = pick(newcomer, 0);
    while (victim != null) {
      // a victim with work stays, and is looked at again when the next one comes
      if (victim.leaveIfIdle(DeactivationReason.EVICTED)) {
        tries = 0;
      } else {
        tries++;
      }
      victim = pick(newcomer, tries);
    }
  }

  private synchronized @Nullable Activation pick(Activation newcomer, int tries) {
    if (heap.size() <= bound || tries > heap.size()) {
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
      coldest.leaveIfIdle(DeactivationReason.MEMORY_PRESSURE);
    }
  }

  @Override
  public void used(Activation activation) {}

  @Override
  public synchronized void removed(Activation activation) {
    heap.remove(activation);
  }
}
