package dev.grains;

/**
 * The bounds of queues and sizes. What does not fit fails at once with {@link
 * GrainOverloadedException}, or with {@link IllegalArgumentException} if it never could.
 *
 * @param laneCalls how many calls of this JVM may wait for one grain
 * @param batchCalls how many calls travel together
 * @param batchBytes how many bytes of arguments travel together
 * @param callBytes how many bytes the arguments or the result of one call may have
 * @param mailbox how many batches may wait at one activation
 * @param commitQueue how many commits may wait for a committer thread
 * @param groupCommits how many commits share a transaction
 * @param groupBytes how many bytes of replies and keys share a transaction
 * @since 0.1
 */
public record Limits(
    int laneCalls,
    int batchCalls,
    int batchBytes,
    int callBytes,
    int mailbox,
    int commitQueue,
    int groupCommits,
    int groupBytes) {

  private static final Limits DEFAULTS =
      new Limits(1_000, 256, 1 << 20, 1 << 20, 1_000, 10_000, 400, 4 << 20);

  /** Checks the bounds. */
  public Limits {
    atLeastOne(laneCalls, "laneCalls");
    atLeastOne(batchCalls, "batchCalls");
    atLeastOne(batchBytes, "batchBytes");
    atLeastOne(callBytes, "callBytes");
    atLeastOne(mailbox, "mailbox");
    atLeastOne(commitQueue, "commitQueue");
    atLeastOne(groupCommits, "groupCommits");
    atLeastOne(groupBytes, "groupBytes");
  }

  private static void atLeastOne(int value, String name) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be 1 or more, was " + value);
    }
  }

  /**
   * Returns the defaults.
   *
   * @return 1,000 calls a lane, 256 calls or 1 MiB a batch, 1 MiB a call, 1,000 batches a mailbox,
   *     10,000 waiting commits, 400 commits or 4 MiB a group
   */
  public static Limits defaults() {
    return DEFAULTS;
  }

  /**
   * Returns a copy with other bounds on what waits at the caller.
   *
   * @param lane how many calls of this JVM may wait for one grain
   * @param batch how many calls travel together
   * @return the copy
   */
  public Limits withCalls(int lane, int batch) {
    return new Limits(
        lane, batch, batchBytes, callBytes, mailbox, commitQueue, groupCommits, groupBytes);
  }

  /**
   * Returns a copy with other bounds on sizes.
   *
   * @param call how many bytes the arguments or the result of one call may have
   * @param batch how many bytes of arguments travel together
   * @return the copy
   */
  public Limits withBytes(int call, int batch) {
    return new Limits(
        laneCalls, batchCalls, batch, call, mailbox, commitQueue, groupCommits, groupBytes);
  }

  /**
   * Returns a copy with another bound on mailboxes.
   *
   * @param value how many batches may wait at one activation
   * @return the copy
   */
  public Limits withMailbox(int value) {
    return new Limits(
        laneCalls, batchCalls, batchBytes, callBytes, value, commitQueue, groupCommits, groupBytes);
  }

  /**
   * Returns a copy with other bounds on commits.
   *
   * @param queue how many commits may wait for a committer thread
   * @param group how many commits share a transaction
   * @return the copy
   */
  public Limits withCommits(int queue, int group) {
    return new Limits(
        laneCalls, batchCalls, batchBytes, callBytes, mailbox, queue, group, groupBytes);
  }
}
