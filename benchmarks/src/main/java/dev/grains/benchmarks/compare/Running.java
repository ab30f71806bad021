package dev.grains.benchmarks.compare;

/**
 * A contender that was started.
 *
 * <p>Called by one thread, asked for its total when no call is under way. It has {@link
 * Layout#KEYS} keys, numbered from 0, each with its own counter or account, all at 0 in the
 * beginning.
 */
public interface Running extends AutoCloseable {

  /**
   * Returns where another JVM of the layout finds this one.
   *
   * @return a host and a port, empty if nobody can join
   */
  default String address() {
    return "";
  }

  /**
   * Sends a call without waiting for its reply.
   *
   * @param work what to do
   * @param key the number of the key
   * @param done told once, on any thread, when the reply is there
   */
  void send(Work work, int key, Done done);

  /**
   * Makes a call and waits for its reply.
   *
   * @param work what to do
   * @param key the number of the key
   * @return the value of the counter, or the balance of the account
   * @throws Exception if the call fails
   */
  long call(Work work, int key) throws Exception;

  /**
   * Counts the commands that took effect, in the place that is the truth: the members or the
   * database, never the caller's own books.
   *
   * @return the number of commands
   * @throws Exception if it cannot be counted
   */
  long total() throws Exception;

  @Override
  void close();
}
