package dev.grains.benchmarks.run;

import dev.grains.benchmarks.compare.Contender;
import java.util.function.Supplier;

/**
 * Somebody who takes part in the comparison.
 *
 * @param id the name in commands and reports
 * @param title what it is, for the reader of a report
 * @param kind what it can do
 * @param contender makes the contender, in the JVM that runs it
 */
record Entrant(String id, String title, Kind kind, Supplier<Contender> contender) {

  /** Returns the library whose name the id starts with. */
  String peer() {
    int dash = id.indexOf('-');
    return dash < 0 ? id : id.substring(0, dash);
  }

  /** Returns whether only a newer JVM than that of the other entrants can run it. */
  boolean apart() {
    return id.equals(Entrants.AXON5);
  }

  /** Returns whether the others are held against this one. */
  boolean reference() {
    return id.equals("grains") || id.equals("grains-jdbc");
  }
}
