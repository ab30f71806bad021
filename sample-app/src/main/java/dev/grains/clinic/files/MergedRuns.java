package dev.grains.clinic.files;

import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import tools.jackson.core.JacksonException;

/** Runs as one, in order; where items are equal the earlier run goes first. */
final class MergedRuns<T> implements Iterator<T> {

  /** How far a run has been read: its next item, and the rest. */
  private record Place<T>(int number, T head, Iterator<T> rest) {}

  private final PriorityQueue<Place<T>> places;
  private final SpillSpace space;

  MergedRuns(List<Run<T>> runs, Comparator<? super T> order, SpillSpace space) {
    this.space = space;
    Comparator<Place<T>> byHead = (left, right) -> order.compare(left.head(), right.head());
    places = new PriorityQueue<>(byHead.thenComparingInt(Place::number));
    for (int number = 0; number < runs.size(); number++) {
      advance(number, runs.get(number).read());
    }
  }

  private void advance(int number, Iterator<T> rest) {
    try {
      if (rest.hasNext()) {
        places.add(new Place<>(number, rest.next(), rest));
      }
    } catch (JacksonException failure) {
      throw SpillFailure.of(space, failure);
    }
  }

  @Override
  public boolean hasNext() {
    return !places.isEmpty();
  }

  @Override
  public T next() {
    Place<T> least = places.remove();
    advance(least.number(), least.rest());
    return least.head();
  }
}
