package dev.grains.benchmarks.compare;

/** The part of one JVM. */
public enum Role {
  /** Makes the calls. */
  CALLER,
  /** Is called, or keeps backups. */
  HOST
}
