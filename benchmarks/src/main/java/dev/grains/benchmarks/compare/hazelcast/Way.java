package dev.grains.benchmarks.compare.hazelcast;

import java.util.function.Supplier;

/** The ways to run a command in an entry processor. */
public enum Way {
  /** On the partition thread. */
  INLINE(AddOne::new, ReadValue::new),
  /** On an executor, the counter in the entry. */
  OFFLOADED(OffloadedAddOne::new, ReadValue::new),
  /** On an executor, the counter beside the map: the entry is only a lock. */
  OFFLOADED_BESIDE(OffloadedAddBeside::new, OffloadedReadBeside::new);

  private final Supplier<Ground> command;
  private final Supplier<Ground> query;

  Way(Supplier<Ground> command, Supplier<Ground> query) {
    this.command = command;
    this.query = query;
  }

  Ground command() {
    return command.get();
  }

  Ground query() {
    return query.get();
  }
}
