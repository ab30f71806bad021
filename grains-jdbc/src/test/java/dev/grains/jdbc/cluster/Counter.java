package dev.grains.jdbc.cluster;

import dev.grains.annotation.ReadOnly;

/** What the counters of the cluster tests have in common. */
interface Counter {

  /**
   * Counts one command.
   *
   * @param caller the thread that calls
   * @param sequence the number of the call, rising with each call of the thread to the grain
   * @return the count after it
   */
  long count(String caller, long sequence);

  @ReadOnly
  Tally tally();
}
