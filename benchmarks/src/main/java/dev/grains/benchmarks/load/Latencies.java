package dev.grains.benchmarks.load;

import java.util.concurrent.atomic.AtomicLongArray;

/**
 * A histogram of latencies in nanoseconds, exact to about 3 percent. Thread-safe while values are
 * recorded; read afterwards.
 */
public final class Latencies {

  private static final int SUB_BITS = 5;
  private static final int SUB_BUCKETS = 1 << SUB_BITS;

  private final AtomicLongArray counts = new AtomicLongArray((64 - SUB_BITS) * SUB_BUCKETS);

  /** Creates an empty histogram. */
  public Latencies() {}

  void record(long nanos) {
    counts.incrementAndGet(indexOf(Math.max(nanos, 0)));
  }

  /**
   * Returns the latency that a share of the calls did not exceed.
   *
   * @param share the share, more than 0 and at most 1
   * @return the latency in nanoseconds, 0 if nothing was recorded
   */
  public long percentile(double share) {
    long wanted = (long) Math.ceil(share * total());
    long seen = 0;
    for (int i = 0; i < counts.length(); i++) {
      seen += counts.get(i);
      if (seen >= wanted && seen > 0) {
        return upperBound(i);
      }
    }
    return 0;
  }

  private long total() {
    long total = 0;
    for (int i = 0; i < counts.length(); i++) {
      total += counts.get(i);
    }
    return total;
  }

  private static int indexOf(long nanos) {
    int shift = Math.max(0, 63 - Long.numberOfLeadingZeros(nanos | 1) - SUB_BITS);
    return shift * SUB_BUCKETS + (int) (nanos >>> shift);
  }

  private static long upperBound(int index) {
    int shift = Math.max(0, index / SUB_BUCKETS - 1);
    long base = index - (long) shift * SUB_BUCKETS;
    return ((base + 1) << shift) - 1;
  }
}
