package dev.grains.benchmarks.scale;

/**
 * The state.
 *
 * @param observations how many there are
 * @param lastDay the day of the last one
 */
public record History(long observations, long lastDay) {

  static final History NONE = new History(0, 0);
}
