package dev.grains.benchmarks.compare.hazelcast;

/** How the reply of an asynchronous call comes back. */
public enum Completion {
  /**
   * Where it arrives: {@code executeOnKeyInternal} of the map proxy, completed by the thread that
   * has the reply. The fastest there is, and internal API.
   */
  DIRECT,
  /** The same on a thread of the caller, which is then free to run the caller's own code. */
  REPLY_THREAD,
  /**
   * {@code submitToKey} as documented. Completes on the common pool, or on a new thread for each
   * reply where that pool has parallelism 1.
   */
  SUBMIT
}
