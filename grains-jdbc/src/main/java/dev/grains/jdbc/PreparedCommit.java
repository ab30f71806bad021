package dev.grains.jdbc;

import dev.grains.GrainId;
import dev.grains.spi.Commit;
import dev.grains.spi.KeyedReply;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A commit with everything written as JSON.
 *
 * @param index its place in the list that the store was given
 * @param commit the commit
 * @param micros the time of the commit
 * @param events the events; empty for a document
 * @param document the document; null for events
 * @param snapshot the snapshot to take, if it is time for one
 */
record PreparedCommit(
    int index,
    Commit commit,
    long micros,
    List<PreparedEvent> events,
    @Nullable PreparedDocument document,
    @Nullable PreparedSnapshot snapshot) {

  GrainId id() {
    return commit.id();
  }

  long expectedVersion() {
    return commit.expectedVersion();
  }

  List<KeyedReply> replies() {
    return commit.replies();
  }

  long bytes() {
    long bytes = 0;
    for (PreparedEvent event : events) {
      bytes += event.bytes();
    }
    for (KeyedReply reply : replies()) {
      bytes += reply.key().length() + reply.reply().length;
    }
    return bytes
        + (document == null ? 0 : document.bytes())
        + (snapshot == null ? 0 : snapshot.bytes());
  }
}
