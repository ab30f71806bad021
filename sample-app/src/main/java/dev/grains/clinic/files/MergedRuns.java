package dev.grains.clinic.files;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.PriorityQueue;

/** Runs as one, in order; where items are equal the earlier run goes first. */
final class MergedRuns<T> implements Iterator<T> {

  /** A reader, and which run it reads. */
  private record Place<T>(int number, RunReader<T> reader) {

    T head() {
      return Objects.requireNonNull(reader.head());
    }
  }

  private final PriorityQueue<Place<T>> places;
  private final SpillSpace space;

  MergedRuns(List<Run<T>> runs, Comparator<? super T> order, SpillSpace space) throws IOException {
    this.space = space;
    List<Place<T>> all = new ArrayList<>();
    for (Run<T> run : runs) {
      RunReader<T> reader = run.read();
      if (reader.head() != null) {
        all.add(new Place<>(all.size(), reader));
      }
    }
    Comparator<Place<T>> byHead = (left, right) -> order.compare(left.head(), right.head());
    places = new PriorityQueue<>(byHead.thenComparingInt(Place::number));
    places.addAll(all);
  }

  @Override
  public boolean hasNext() {
    return !places.isEmpty();
  }

  @Override
  public T next() {
    Place<T> least = places.poll();
    if (least == null) {
      throw new NoSuchElementException();
    }
    T item = least.head();
    try {
      least.reader().advance();
    } catch (IOException failure) {
      throw new SpillFailure(space, failure);
    }
    if (least.reader().head() != null) {
      places.add(least);
    }
    return item;
  }
}
