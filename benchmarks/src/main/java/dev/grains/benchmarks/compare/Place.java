package dev.grains.benchmarks.compare;

/** Where the keys are, seen from the JVM that calls. */
public enum Place {
  /** In the JVM that calls. */
  LOCAL,
  /** In another JVM of the cluster. */
  REMOTE
}
