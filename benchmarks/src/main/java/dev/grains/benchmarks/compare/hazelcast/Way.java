package dev.grains.benchmarks.compare.hazelcast;

/** The ways to run a command in an entry processor. */
public enum Way {
  /** On the partition thread. */
  INLINE,
  /** On an executor, the counter in the entry. */
  OFFLOADED,
  /** On an executor, the counter beside the map: the entry is only a lock. */
  OFFLOADED_BESIDE;

  Ground command() {
    return switch (this) {
      case INLINE -> new AddOne();
      case OFFLOADED -> new OffloadedAddOne();
      case OFFLOADED_BESIDE -> new OffloadedAddBeside();
    };
  }

  Ground query() {
    return switch (this) {
      case INLINE, OFFLOADED -> new ReadValue();
      case OFFLOADED_BESIDE -> new OffloadedReadBeside();
    };
  }
}
