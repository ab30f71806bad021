package dev.grains.internal.activation;

import dev.grains.DeactivationReason;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Least recently used first, exactly, with a hard bound: only activations with work may be beyond
 * it. The lock is taken when activations come and go, never when they are used.
 *
 * <p>When all others have work, the type is crowded: those that come to rest leave at once, so that
 * nobody has to look for them. Whoever is to leave is claimed first, and counts as gone from then
 * on, so that no more leave than must; one that has got work in the meantime counts again.
 */
final class LruResidency implements Residency {

  // all guarded by this; crowded is also read without
  private final LruHeap heap = new LruHeap();
  private final Set<Activation> claimed = new HashSet<>();
  private final int bound;
  private volatile boolean crowded;

  LruResidency(int bound) {
    this.bound = bound;
  }

  private boolean tooMany() {
    return heap.size() - claimed.size() > bound;
  }

  @Override
  public void added(Activation activation) {
    boolean search;
    synchronized (this) {
      heap.add(activation);
      search = roomIsMissed();
    }
    if (search) {
      evict(activation);
    }
  }

  /** Lets activations leave until there are not too many, or all have work. */
  private void evict(Activation spared) {
    Search search = new Search(spared);
    Activation victim = next(search);
    while (victim != null) {
      if (!leaves(victim, DeactivationReason.EVICTED)) {
        search.inVain++;
      }
      victim = next(search);
    }
  }

  /** A search for activations without work; ends when all have been looked at in vain. */
  private static final class Search {

    final Activation spared;
    int inVain;

    Search(Activation spared) {
      this.spared = spared;
    }
  }

  private synchronized @Nullable Activation next(Search search) {
    while (tooMany()) {
      if (!crowded) {
        crowded = true; // who comes to rest behind the back of the search leaves by itself
        search.inVain = 0;
      }
      if (search.inVain > heap.size()) {
        return null;
      }
      Activation least = claimLeast(search.spared);
      if (least != null) {
        return least;
      }
      search.inVain++;
    }
    crowded = false;
    return null;
  }

  /** Claims the least recently used, and puts it behind all others in case that it stays. */
  private @Nullable Activation claimLeast(@Nullable Activation spared) {
    Activation least = heap.least();
    if (least == null) {
      return null;
    }
    heap.postpone(least, System.nanoTime());
    return least != spared && claimed.add(least) ? least : null;
  }

  /** Lets a claimed activation leave if it may; its last hook may still run afterwards. */
  private boolean leaves(Activation activation, DeactivationReason reason) {
    boolean leaves = activation.leaveIfIdle(reason);
    synchronized (this) {
      claimed.remove(activation);
      if (leaves) {
        removed(activation);
      }
    }
    return leaves;
  }

  @Override
  public void rested(Activation activation) {
    if (crowded && claims(activation)) {
      release(activation, DeactivationReason.EVICTED);
    }
  }

  private synchronized boolean claims(Activation activation) {
    crowded = tooMany();
    return crowded && claimed.add(activation);
  }

  /** Has a claimed activation leave; if it stays, others may have to leave in its place. */
  private void release(Activation activation, DeactivationReason reason) {
    if (!leaves(activation, reason) && roomIsMissed()) {
      evict(activation);
    }
  }

  private synchronized boolean roomIsMissed() {
    return tooMany() && !crowded;
  }

  @Override
  public void relieve(int count) {
    for (int i = 0; i < count; i++) {
      Activation coldest = coldest();
      if (coldest != null) {
        release(coldest, DeactivationReason.MEMORY_PRESSURE);
      }
    }
  }

  private synchronized @Nullable Activation coldest() {
    return claimLeast(null);
  }

  @Override
  public void used(Activation activation) {}

  @Override
  public synchronized void removed(Activation activation) {
    heap.remove(activation);
    claimed.remove(activation);
    crowded &= tooMany();
  }
}
