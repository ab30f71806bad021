package dev.grains.internal.commit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Encoded events in order, as an immutable list whose longer versions share the shorter ones.
 *
 * @param earlier what came before, null if nothing did
 * @param event the last event
 * @param size the number of events
 */
record EventChain(@Nullable EventChain earlier, byte[] event, int size) {

  static @Nullable EventChain append(@Nullable EventChain chain, List<byte[]> events) {
    EventChain result = chain;
    for (byte[] event : events) {
      result = new EventChain(result, event, result == null ? 1 : result.size + 1);
    }
    return result;
  }

  static List<byte[]> inOrder(@Nullable EventChain chain) {
    List<byte[]> events = new ArrayList<>(chain == null ? 0 : chain.size);
    for (EventChain link = chain; link != null; link = link.earlier) {
      events.add(link.event);
    }
    Collections.reverse(events);
    return events;
  }
}
