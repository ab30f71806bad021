package dev.grains.benchmarks.run;

import dev.grains.benchmarks.compare.Place;
import java.util.Arrays;
import java.util.List;

/** What an entrant can do, and which processes it needs for that. */
enum Kind {
  /** Counters in memory; called from the same JVM, then from another one. */
  MEMORY(false),
  /** Counters in memory with a backup in a second JVM, wherever the call comes from. */
  BACKED(false),
  /** Accounts in a database; called from the same JVM, then from another one. */
  DURABLE(true),
  /** Accounts in a database; each JVM works for itself. */
  DURABLE_LOCAL(true);

  private final boolean database;

  Kind(boolean database) {
    this.database = database;
  }

  boolean database() {
    return database;
  }

  /** Returns whether a second JVM is needed for keys in that place. */
  boolean host(Place place) {
    return this == BACKED || place == Place.REMOTE;
  }

  /** Returns the workloads on keys in that place, in the order in which they run. */
  List<Workload> workloads(Place place) {
    return Arrays.stream(Workload.values())
        .filter(workload -> workload.place() == place)
        .filter(workload -> workload.durable() == database)
        .filter(workload -> this != DURABLE_LOCAL || place == Place.LOCAL)
        .toList();
  }
}
