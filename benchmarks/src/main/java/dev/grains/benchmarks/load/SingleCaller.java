package dev.grains.benchmarks.load;

import dev.grains.benchmarks.compare.Running;

/** One thread that waits for each reply before its next call. */
final class SingleCaller {

  private static final int SAMPLE_EVERY = 8;

  private final Running running;
  private final Load load;
  private final Replies replies;

  SingleCaller(Running running, Load load, Replies replies) {
    this.running = running;
    this.load = load;
    this.replies = replies;
  }

  Outcome run(Limit limit) throws Exception {
    Latencies latencies = new Latencies();
    long begin = System.nanoTime();
    long calls = 0;
    while (!limit.reached(calls)) {
      int key = load.key(calls);
      if (calls % SAMPLE_EVERY == 0) {
        long before = System.nanoTime();
        replies.check(key, running.call(load.work(), key), null);
        latencies.record(System.nanoTime() - before);
      } else {
        replies.check(key, running.call(load.work(), key), null);
      }
      calls++;
    }
    return new Outcome(calls, System.nanoTime() - begin, latencies);
  }
}
