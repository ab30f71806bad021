package dev.grains.spi;

/**
 * The outcome of one commit.
 *
 * @since 0.1
 */
public sealed interface CommitResult {

  /** The commit is durable. */
  record Committed() implements CommitResult {
    /** The only value. */
    public static final Committed INSTANCE = new Committed();
  }

  /**
   * Nothing was committed: the grain is not at the expected version, or an idempotency key of the
   * commit is already taken. The activation loads and decides again.
   */
  record Conflict() implements CommitResult {
    /** The only value. */
    public static final Conflict INSTANCE = new Conflict();
  }

  /**
   * Nothing was committed, and trying again would not help: the commit cannot be stored.
   *
   * @param cause why, with a message that names the grain
   */
  record Rejected(Throwable cause) implements CommitResult {}

  /**
   * Surely nothing was committed, and trying again may help.
   *
   * @param cause why the store could not be reached
   */
  record Unavailable(Throwable cause) implements CommitResult {}

  /**
   * Nobody knows whether the commit is durable. The activation loads again and looks for its
   * receipt.
   *
   * @param cause what cut the commit off
   */
  record Unknown(Throwable cause) implements CommitResult {}
}
