package dev.grains.benchmarks.compare;

/** What a call does. */
public enum Work {
  /** Adds one to a counter in memory and returns the new value. */
  COUNT,
  /** Returns the value of a counter, or the balance of an account. */
  READ,
  /** Deposits one cent on an account; the reply comes when the event is on disk. */
  DEPOSIT
}
