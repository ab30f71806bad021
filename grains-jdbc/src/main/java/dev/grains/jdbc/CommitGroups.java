package dev.grains.jdbc;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Divides commits into groups that are not too large for one statement. Confined to one thread. */
final class CommitGroups {

  // the same order everywhere, so that two members that write the same grains do not deadlock
  private static final Comparator<PreparedCommit> ORDER =
      Comparator.<PreparedCommit, String>comparing(commit -> commit.id().type())
          .thenComparing(commit -> commit.id().key());

  private final int maxBytes;
  private final List<List<PreparedCommit>> groups = new ArrayList<>();
  private List<PreparedCommit> open = new ArrayList<>();
  private long bytes;

  CommitGroups(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  void add(PreparedCommit commit) {
    long more = commit.bytes();
    if (!open.isEmpty() && bytes + more > maxBytes) {
      finish();
    }
    open.add(commit);
    bytes += more;
  }

  private void finish() {
    open.sort(ORDER);
    groups.add(open);
    open = new ArrayList<>();
    bytes = 0;
  }

  List<List<PreparedCommit>> all() {
    if (!open.isEmpty()) {
      finish();
    }
    return groups;
  }
}
