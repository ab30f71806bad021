package dev.grains;

/**
 * How many threads and slots the runtime of one member uses.
 *
 * @param workers how many blocking turns run at a time, 1 to 4,000; those that wait for another
 *     grain do not count
 * @param committers how many threads, each with one transaction at a time, write to a store, 1 to
 *     256
 * @param loads how many grains are loaded at a time, 1 to 4,000
 * @param replies how many threads complete the stages of asynchronous callers, 1 to 256
 * @since 0.1
 */
public record Threads(int workers, int committers, int loads, int replies) {

  private static final int MOST_SLOTS = 4_000;
  private static final int MOST_THREADS = 256;
  private static final Threads DEFAULTS = new Threads(64, 2, 50, 2);

  /** Checks the numbers. */
  public Threads {
    SettingChecks.within(workers, 1, MOST_SLOTS, "workers");
    SettingChecks.within(committers, 1, MOST_THREADS, "committers");
    SettingChecks.within(loads, 1, MOST_SLOTS, "loads");
    SettingChecks.within(replies, 1, MOST_THREADS, "replies");
  }

  /**
   * Returns the defaults: 64 workers, 2 committers, 50 loads, 2 reply threads.
   *
   * @return the defaults
   */
  public static Threads defaults() {
    return DEFAULTS;
  }

  /**
   * Returns a copy with another number of workers.
   *
   * @param value how many blocking turns run at a time
   * @return the copy
   */
  public Threads withWorkers(int value) {
    return new Threads(value, committers, loads, replies);
  }

  /**
   * Returns a copy with another number of committers.
   *
   * @param value how many threads write to a store
   * @return the copy
   */
  public Threads withCommitters(int value) {
    return new Threads(workers, value, loads, replies);
  }

  /**
   * Returns a copy with another number of loads.
   *
   * @param value how many grains are loaded at a time
   * @return the copy
   */
  public Threads withLoads(int value) {
    return new Threads(workers, committers, value, replies);
  }

  /**
   * Returns a copy with another number of reply threads.
   *
   * @param value how many threads complete stages
   * @return the copy
   */
  public Threads withReplies(int value) {
    return new Threads(workers, committers, loads, value);
  }
}
