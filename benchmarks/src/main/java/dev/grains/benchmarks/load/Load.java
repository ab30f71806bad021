package dev.grains.benchmarks.load;

import dev.grains.benchmarks.compare.Layout;
import dev.grains.benchmarks.compare.Work;

/**
 * Calls of one kind, and how many of them are under way at a time.
 *
 * @param work what each call does
 * @param firstKey the number of the first key
 * @param keys how many keys are used in turn
 * @param inFlight how many calls are under way: 1 for a caller that waits for each reply, more for
 *     one thread that sends while others are unanswered
 */
public record Load(Work work, int firstKey, int keys, int inFlight) {

  /**
   * Returns a load on all keys but the hot one.
   *
   * @param work what each call does
   * @param inFlight how many calls are under way
   * @return the load
   */
  public static Load uniform(Work work, int inFlight) {
    return new Load(work, 0, Layout.UNIFORM_KEYS, inFlight);
  }

  /**
   * Returns a load on one key.
   *
   * @param work what each call does
   * @param inFlight how many calls are under way
   * @return the load
   */
  public static Load hot(Work work, int inFlight) {
    return new Load(work, Layout.HOT_KEY, 1, inFlight);
  }

  boolean sameKeys(Load other) {
    return firstKey == other.firstKey && keys == other.keys;
  }

  int key(long call) {
    return firstKey + (int) (call % keys);
  }
}
