package dev.grains.internal.activation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds the least recently used activation exactly, without a lock when one is used.
 *
 * <p>A binary heap by the time of last use as it was when last looked at. Using an activation only
 * stamps it; the heap catches up when it looks for a victim: a root whose stamp has risen sinks.
 * Since stamps only rise, a root that is up to date is the least recently used of all. Guarded by
 * its owner.
 */
final class LruHeap {

  private @Nullable Activation[] heap = new @Nullable Activation[16];
  private int size;

  int size() {
    return size;
  }

  void add(Activation activation) {
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, size * 2);
    }
    activation.heapStamp = activation.lastUsed();
    place(activation, size++);
    up(activation.heapIndex);
  }

  void remove(Activation activation) {
    int index = activation.heapIndex;
    if (index < 0) {
      return;
    }
    activation.heapIndex = -1;
    Activation last = at(--size);
    heap[size] = null;
    if (last != activation) {
      place(last, index);
      up(index);
      down(last.heapIndex);
    }
  }

  /** Returns the least recently used activation, or null if there is none. */
  @Nullable Activation least() {
    while (size > 0) {
      Activation root = at(0);
      long stamp = root.lastUsed();
      if (stamp == root.heapStamp) {
        return root;
      }
      root.heapStamp = stamp;
      down(0);
    }
    return null;
  }

  /** Puts an activation behind all others for now, because it has work. */
  void postpone(Activation activation, long stamp) {
    activation.heapStamp = stamp;
    down(activation.heapIndex);
  }

  private Activation at(int index) {
    Activation activation = heap[index];
    if (activation == null) {
      throw new IllegalStateException("a hole in the heap at " + index);
    }
    return activation;
  }

  private void place(Activation activation, int index) {
    heap[index] = activation;
    activation.heapIndex = index;
  }

  private void up(int start) {
    int index = start;
    Activation moving = at(index);
    while (index > 0) {
      int parent = (index - 1) >>> 1;
      Activation above = at(parent);
      if (above.heapStamp <= moving.heapStamp) {
        break;
      }
      place(above, index);
      index = parent;
    }
    place(moving, index);
  }

  private void down(int start) {
    int index = start;
    Activation moving = at(index);
    while (2 * index + 1 < size) {
      int child = 2 * index + 1;
      if (child + 1 < size && at(child + 1).heapStamp < at(child).heapStamp) {
        child++;
      }
      if (at(child).heapStamp >= moving.heapStamp) {
        break;
      }
      place(at(child), index);
      index = child;
    }
    place(moving, index);
  }
}
