package dev.grains.jdbc;

import java.util.List;
import java.util.function.Function;

/**
 * Brings stored events of one type and format closer to what the program knows today. What is
 * stored is not changed: the upcaster runs whenever such an event is read, on the thread that
 * reads.
 *
 * <p>Upcasters are chained: what one returns is given to the upcaster of that type and format, if
 * there is one. Thread-safe and pure: the same event always becomes the same events.
 *
 * @since 0.1
 */
public interface Upcaster {

  /**
   * Returns an upcaster that applies a function.
   *
   * @param grainType the name of the grain type whose events it reads
   * @param eventType the name of the stored event type
   * @param format the stored format
   * @param change returns the events that the stored one has become; empty if it means nothing any
   *     more
   * @return the upcaster
   */
  static Upcaster of(
      String grainType, String eventType, int format, Function<EventForm, List<EventForm>> change) {
    return new FunctionUpcaster(grainType, eventType, format, change);
  }

  /**
   * Returns whose events it reads.
   *
   * @return the name of the grain type
   */
  String grainType();

  /**
   * Returns which events it reads.
   *
   * @return the name of the stored event type
   */
  String eventType();

  /**
   * Returns which format it reads.
   *
   * @return the stored format
   */
  int format();

  /**
   * Returns what a stored event has become. All of it counts as one event at one version.
   *
   * @param stored the event, whose JSON may be changed and returned
   * @return the events in their order; empty if it means nothing any more
   */
  List<EventForm> upcast(EventForm stored);
}
