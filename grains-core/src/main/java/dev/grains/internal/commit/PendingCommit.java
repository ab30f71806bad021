package dev.grains.internal.commit;

import dev.grains.spi.Commit;
import dev.grains.spi.CommitResult;

/** What one turn has written, on its way to the store. */
public abstract class PendingCommit {

  private final Commit commit;
  private final long deadline;
  private final int bytes;

  /**
   * Creates a pending commit.
   *
   * @param deadline until when an unavailable store is tried again, in milliseconds by the clock
   * @param bytes the size of the replies and keys
   */
  protected PendingCommit(Commit commit, long deadline, int bytes) {
    this.commit = commit;
    this.deadline = deadline;
    this.bytes = bytes;
  }

  public final Commit commit() {
    return commit;
  }

  final long deadline() {
    return deadline;
  }

  final int bytes() {
    return bytes;
  }

  /** Whether the activation has dropped this decision meanwhile; it is not committed then. */
  protected abstract boolean dropped();

  /** Called once on a committer thread, unless dropped; must not block. */
  protected abstract void done(CommitResult result);

  @Override
  public String toString() {
    return "commit of " + commit.id() + " at version " + commit.expectedVersion();
  }
}
