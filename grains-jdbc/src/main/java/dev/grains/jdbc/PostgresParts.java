package dev.grains.jdbc;

import java.util.ArrayList;
import java.util.List;

/** A group by what has to be written where. Positions count from 1, as SQL does. */
record PostgresParts(
    List<PreparedCommit> group,
    List<Integer> eventCommits,
    List<Integer> documents,
    List<Integer> snapshots,
    List<Integer> deletions,
    List<Integer> keyed) {

  static PostgresParts of(List<PreparedCommit> group) {
    PostgresParts parts =
        new PostgresParts(
            group,
            new ArrayList<>(group.size()),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    for (int position = 1; position <= group.size(); position++) {
      parts.add(position, group.get(position - 1));
    }
    return parts;
  }

  private void add(int position, PreparedCommit commit) {
    (commit.document() == null ? eventCommits : documents).add(position);
    PreparedSnapshot snapshot = commit.snapshot();
    if (snapshot != null) {
      snapshots.add(position);
      if (snapshot.deleteOlderEvents()) {
        deletions.add(position);
      }
    }
    if (!commit.replies().isEmpty()) {
      keyed.add(position);
    }
  }

  PreparedCommit at(int position) {
    return group.get(position - 1);
  }

  /** Returns which statement writes this group. */
  Shape shape(boolean careful) {
    return new Shape(
        !eventCommits.isEmpty(),
        !documents.isEmpty(),
        !snapshots.isEmpty(),
        !deletions.isEmpty(),
        !keyed.isEmpty(),
        careful);
  }

  /** What a statement has to write. */
  record Shape(
      boolean events,
      boolean documents,
      boolean snapshots,
      boolean deletions,
      boolean keys,
      boolean careful) {}
}
