package dev.grains.benchmarks.run;

import dev.grains.benchmarks.compare.Place;
import dev.grains.benchmarks.compare.Work;
import dev.grains.benchmarks.load.Load;

/** One row of the comparison: what is done, from where, and how many calls are under way. */
public enum Workload {
  /** A command on state in memory, 256 in flight, in the same JVM. */
  COUNTER_LOCAL_256(Place.LOCAL, Load.uniform(Work.COUNT, 256)),
  /** A command on state in memory, one caller, in the same JVM. */
  COUNTER_LOCAL_1(Place.LOCAL, Load.uniform(Work.COUNT, 1)),
  /** A command on one hot counter, 256 in flight, in the same JVM. */
  COUNTER_HOT_256(Place.LOCAL, Load.hot(Work.COUNT, 256)),
  /** A command on state in memory, 256 in flight, in another JVM. */
  COUNTER_REMOTE_256(Place.REMOTE, Load.uniform(Work.COUNT, 256)),
  /** A command on state in memory, one caller, in another JVM. */
  COUNTER_REMOTE_1(Place.REMOTE, Load.uniform(Work.COUNT, 1)),
  /** A read of state in memory, 256 in flight, in the same JVM. */
  READ_LOCAL_256(Place.LOCAL, Load.uniform(Work.READ, 256)),
  /** A read of state in memory, one caller, in the same JVM. */
  READ_LOCAL_1(Place.LOCAL, Load.uniform(Work.READ, 1)),
  /** A read of state in memory, 256 in flight, in another JVM. */
  READ_REMOTE_256(Place.REMOTE, Load.uniform(Work.READ, 256)),
  /** A read of state in memory, one caller, in another JVM. */
  READ_REMOTE_1(Place.REMOTE, Load.uniform(Work.READ, 1)),
  /** A durable deposit on 1,000 accounts, 256 in flight. */
  DEPOSIT_LOCAL_256(Place.LOCAL, Load.uniform(Work.DEPOSIT, 256)),
  /** A durable deposit on one hot account, 256 in flight. */
  DEPOSIT_HOT_256(Place.LOCAL, Load.hot(Work.DEPOSIT, 256)),
  /** A durable deposit, one caller. */
  DEPOSIT_LOCAL_1(Place.LOCAL, Load.uniform(Work.DEPOSIT, 1)),
  /** A durable deposit on 1,000 accounts, 256 in flight, called from another JVM. */
  DEPOSIT_REMOTE_256(Place.REMOTE, Load.uniform(Work.DEPOSIT, 256)),
  /** A durable deposit, one caller in another JVM. */
  DEPOSIT_REMOTE_1(Place.REMOTE, Load.uniform(Work.DEPOSIT, 1)),
  /** A read of the balance of an account, 256 in flight. */
  BALANCE_LOCAL_256(Place.LOCAL, Load.uniform(Work.READ, 256)),
  /** A read of the balance of an account, one caller. */
  BALANCE_LOCAL_1(Place.LOCAL, Load.uniform(Work.READ, 1));

  private final Place place;
  private final Load load;

  Workload(Place place, Load load) {
    this.place = place;
    this.load = load;
  }

  /**
   * Returns where the keys are.
   *
   * @return the place
   */
  public Place place() {
    return place;
  }

  /**
   * Returns the calls.
   *
   * @return the load
   */
  public Load load() {
    return load;
  }
}
