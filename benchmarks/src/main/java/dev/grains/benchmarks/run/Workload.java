package dev.grains.benchmarks.run;

import dev.grains.benchmarks.compare.Place;
import dev.grains.benchmarks.compare.Work;
import dev.grains.benchmarks.load.Load;

/** A row of the comparison: what is done, from where, and how many calls are under way. */
enum Workload {
  COUNTER_LOCAL_256("command in memory, local, 256 in flight"),
  COUNTER_LOCAL_1("command in memory, local, one caller"),
  COUNTER_HOT_256("command in memory, one hot key, local, 256 in flight"),
  READ_LOCAL_256("read in memory, local, 256 in flight"),
  READ_LOCAL_1("read in memory, local, one caller"),
  COUNTER_REMOTE_256("command in memory, remote, 256 in flight"),
  COUNTER_REMOTE_1("command in memory, remote, one caller"),
  READ_REMOTE_256("read in memory, remote, 256 in flight"),
  READ_REMOTE_1("read in memory, remote, one caller"),
  DEPOSIT_LOCAL_256("durable deposit, 1,000 accounts, local, 256 in flight"),
  DEPOSIT_HOT_256("durable deposit, one hot account, local, 256 in flight"),
  DEPOSIT_LOCAL_1("durable deposit, local, one caller"),
  BALANCE_LOCAL_256("read of a durable account, local, 256 in flight"),
  BALANCE_LOCAL_1("read of a durable account, local, one caller"),
  DEPOSIT_REMOTE_256("durable deposit, 1,000 accounts, remote, 256 in flight"),
  DEPOSIT_REMOTE_1("durable deposit, remote, one caller");

  private final String title;

  Workload(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  Place place() {
    return name().contains("_REMOTE_") ? Place.REMOTE : Place.LOCAL;
  }

  boolean durable() {
    return name().startsWith("DEPOSIT_") || name().startsWith("BALANCE_");
  }

  boolean writesToDatabase() {
    return name().startsWith("DEPOSIT_");
  }

  Load load() {
    int inFlight = name().endsWith("_256") ? 256 : 1;
    return name().contains("_HOT_") ? Load.hot(work(), inFlight) : Load.uniform(work(), inFlight);
  }

  private Work work() {
    if (name().startsWith("COUNTER_")) {
      return Work.COUNT;
    }
    return name().startsWith("DEPOSIT_") ? Work.DEPOSIT : Work.READ;
  }
}
