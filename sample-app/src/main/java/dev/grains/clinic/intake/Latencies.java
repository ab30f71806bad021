package dev.grains.clinic.intake;

import java.util.concurrent.atomic.AtomicLongArray;

/** How long calls took, to 3 percent and in little memory. Thread-safe. */
public final class Latencies {

  // below 64 exact, above in steps of 1/32 of a power of two
  private static final int EXACT = 64;
  private static final int STEP_BITS = 5;
  private static final int BUCKETS = 1_900;

  private final AtomicLongArray counts = new AtomicLongArray(BUCKETS);

  void add(long micros) {
    counts.incrementAndGet(bucket(Math.max(0, micros)));
  }

  /**
   * The time that a share of the calls did not exceed.
   *
   * @param share 0 to 1
   * @return microseconds; 0 if there were no calls
   */
  public long quantile(double share) {
    long all = 0;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      all += counts.get(bucket);
    }
    long wanted = Math.max(1, (long) Math.ceil(share * all));
    long seen = 0;
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      seen += counts.get(bucket);
      if (seen >= wanted) {
        return upperBound(bucket);
      }
    }
    return 0;
  }

  private static int bucket(long micros) {
    if (micros < EXACT) {
      return (int) micros;
    }
    int shift = Long.SIZE - 1 - Long.numberOfLeadingZeros(micros) - STEP_BITS;
    return (shift << STEP_BITS) + (int) (micros >>> shift);
  }

  private static long upperBound(int bucket) {
    if (bucket < EXACT) {
      return bucket;
    }
    int shift = (bucket >>> STEP_BITS) - 1;
    long step = bucket - ((long) shift << STEP_BITS);
    return ((step + 1) << shift) - 1;
  }
}
