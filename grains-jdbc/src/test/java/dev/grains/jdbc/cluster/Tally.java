package dev.grains.jdbc.cluster;

import java.util.HashMap;
import java.util.Map;

/**
 * What a counter has counted.
 *
 * @param total the number of commands
 * @param disorders how often a sequence did not rise: a command out of order, or counted twice
 * @param last the last sequence of each caller
 */
record Tally(long total, long disorders, Map<String, Long> last) {

  static final Tally EMPTY = new Tally(0, 0, Map.of());

  Tally plus(Counted event) {
    long before = last.getOrDefault(event.caller(), 0L);
    Map<String, Long> next = new HashMap<>(last);
    next.put(event.caller(), Math.max(before, event.sequence()));
    return new Tally(total + 1, disorders + (event.sequence() > before ? 0 : 1), Map.copyOf(next));
  }
}
