package dev.grains.clinic.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.ToIntFunction;
import tools.jackson.core.JacksonException;

/**
 * Puts in order what may not fit into memory. What is too much for it goes to files, each of them
 * in order, which are merged when it is read. Items that the order does not tell apart stay as they
 * came. It can be read several times, but not while items are added; adding is thread-safe.
 *
 * @param <T> the items, which Jackson can write and read
 */
public final class SpillingSort<T> implements Iterable<T>, AutoCloseable {

  /** So many runs are merged into one: none of them is read and written again all the time. */
  private static final int FAN_IN = 32;

  private final Class<T> type;
  private final ToIntFunction<? super T> weigher;
  private final Comparator<? super T> order;
  private final SpillSpace space;
  private final List<Run<T>> runs = new ArrayList<>();
  private final List<T> inMemory = new ArrayList<>();
  private long weight;
  private long size;

  /**
   * Creates an empty sort.
   *
   * @param type the items
   * @param weigher roughly how many bytes of memory an item takes
   * @param order the order
   * @param space where items are kept
   */
  public SpillingSort(
      Class<T> type,
      ToIntFunction<? super T> weigher,
      Comparator<? super T> order,
      SpillSpace space) {
    this.type = type;
    this.weigher = weigher;
    this.order = order;
    this.space = space;
  }

  /**
   * Adds an item.
   *
   * @throws SpillFailure if it needs a file and cannot have it
   */
  public synchronized void add(T item) {
    inMemory.add(item);
    size++;
    weight += weigher.applyAsInt(item);
    if (weight > space.memory()) {
      spill();
    }
  }

  /** How many items there are. */
  public synchronized long size() {
    return size;
  }

  /** How many files there are. */
  synchronized int files() {
    return runs.size();
  }

  private void spill() {
    inMemory.sort(order);
    try {
      runs.add(Run.write(inMemory.iterator(), type, space.directory(), 0));
      while (crowded()) {
        mergeLast();
      }
    } catch (IOException failure) {
      throw new SpillFailure(space, failure);
    } catch (JacksonException failure) {
      throw SpillFailure.of(space, failure);
    }
    inMemory.clear();
    weight = 0;
  }

  // levels never rise from the first run to the last
  private boolean crowded() {
    int first = runs.size() - FAN_IN;
    return first >= 0 && runs.get(first).level() == runs.get(runs.size() - 1).level();
  }

  private void mergeLast() throws IOException {
    List<Run<T>> last = runs.subList(runs.size() - FAN_IN, runs.size());
    int level = last.get(0).level() + 1;
    Run<T> merged = Run.write(new MergedRuns<>(last, order, space), type, space.directory(), level);
    for (Run<T> run : last) {
      run.close();
    }
    last.clear();
    runs.add(merged);
  }

  /**
   * Reads all items in order.
   *
   * @throws SpillFailure if a file cannot be read; so do the methods of the iterator
   */
  @Override
  public synchronized Iterator<T> iterator() {
    if (runs.isEmpty()) {
      inMemory.sort(order);
      return List.copyOf(inMemory).iterator();
    }
    if (!inMemory.isEmpty()) {
      spill();
    }
    return new MergedRuns<>(runs, order, space);
  }

  /** Gives memory and files back. */
  @Override
  public synchronized void close() {
    inMemory.clear();
    for (Run<T> run : runs) {
      try {
        run.close();
      } catch (IOException failure) {
        throw new SpillFailure(space, failure);
      }
    }
    runs.clear();
  }
}
