package dev.grains.benchmarks.compare.plain;

/** How two commands on one account are kept apart. */
public enum Lock {
  /** The update asks for the version that was read; the loser starts again. */
  OPTIMISTIC,
  /** The row is locked when it is read; the later one waits. */
  FOR_UPDATE
}
