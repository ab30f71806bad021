package dev.grains.benchmarks.compare;

/** A way to do the work of the comparison. */
@FunctionalInterface
public interface Contender {

  /**
   * Starts what the calls need. Blocks until calls can be made, or be taken.
   *
   * @param layout the part that this JVM has
   * @return what was started
   * @throws Exception if it cannot be started; what was started of it is stopped again
   */
  Running open(Layout layout) throws Exception;
}
