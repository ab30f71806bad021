package dev.grains.benchmarks.run;

import dev.grains.benchmarks.compare.Place;
import dev.grains.benchmarks.process.Postgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Contenders that are held against each other: all are started and warmed up once, then they take
 * turns at each workload, round after round, while the others are paused.
 */
enum Heat {
  /** Counters in memory, called from the same JVM. */
  MEMORY_LOCAL(false, Place.LOCAL),
  /** Counters in memory, called from another JVM. */
  MEMORY_REMOTE(false, Place.REMOTE),
  /** Accounts in a database, called from the same JVM. */
  DURABLE_LOCAL(true, Place.LOCAL),
  /** Accounts in a database, called from another JVM. */
  DURABLE_REMOTE(true, Place.REMOTE);

  private final boolean durable;
  private final Place place;

  Heat(boolean durable, Place place) {
    this.durable = durable;
    this.place = place;
  }

  Place place() {
    return place;
  }

  /** Returns those of the entrants that can do its work. */
  List<Entrant> entrants(List<Entrant> all) {
    return all.stream()
        .filter(entrant -> entrant.kind().database() == durable)
        .filter(entrant -> !entrant.kind().workloads(place).isEmpty())
        .toList();
  }

  /**
   * Runs the heat.
   *
   * @param entrants those that take part
   * @param pace how much is measured
   * @param jvms how their JVMs are started
   * @param results takes each figure when it is there
   * @throws Exception if a contender fails, or if the commands that took effect are not those that
   *     were acknowledged
   */
  void run(List<Entrant> entrants, Pace pace, Jvms jvms, Consumer<Measurement> results)
      throws Exception {
    if (entrants.isEmpty()) {
      return;
    }
    try (Postgres postgres = durable ? Postgres.start() : null;
        Competitors competitors = new Competitors()) {
      for (Entrant entrant : entrants) {
        competitors.all.add(warmedUp(entrant, pace, jvms, postgres));
      }
      for (int round = 1; round <= pace.rounds(); round++) {
        if (postgres != null) {
          postgres.checkpoint();
        }
        round(round, competitors.all, pace, results);
      }
      for (Competitor competitor : competitors.all) {
        competitor.verify();
      }
    }
  }

  private Competitor warmedUp(Entrant entrant, Pace pace, Jvms jvms, @Nullable Postgres postgres)
      throws Exception {
    String database = postgres == null ? "" : postgres.newDatabase();
    Competitor competitor = Competitor.start(entrant, place, database, jvms);
    try {
      for (Workload workload : entrant.kind().workloads(place)) {
        competitor.run(workload, 0, Duration.ZERO, pace.warmup());
      }
      return competitor;
    } catch (Exception e) {
      competitor.close();
      throw e;
    }
  }

  private void round(
      int round, List<Competitor> competitors, Pace pace, Consumer<Measurement> results)
      throws Exception {
    for (Workload workload : workloads()) {
      for (Competitor competitor : competitors) {
        if (competitor.canDo(workload)) {
          results.accept(competitor.run(workload, round, pace.settle(), pace.measured()));
        }
      }
      Collections.rotate(competitors, -1);
    }
  }

  private List<Workload> workloads() {
    return Arrays.stream(Workload.values())
        .filter(workload -> workload.place() == place && workload.durable() == durable)
        .toList();
  }

  /** Those that were started, in the order of their next turn. */
  private static final class Competitors implements AutoCloseable {
    private final List<Competitor> all = new ArrayList<>();

    @Override
    public void close() {
      all.forEach(Competitor::close);
    }
  }
}
