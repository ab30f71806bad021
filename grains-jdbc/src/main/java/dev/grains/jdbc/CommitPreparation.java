package dev.grains.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.grains.spi.Commit;
import dev.grains.spi.GrainType;
import dev.grains.spi.GrainType.Kind;
import dev.grains.spi.KeyedReply;
import dev.grains.spi.NewEvent;
import dev.grains.spi.Receipt;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes commits as JSON and refuses those that can never be stored. Thread-safe. */
final class CommitPreparation {

  private final JsonText json;
  private final int commitBytes;

  CommitPreparation(JsonText json, int commitBytes) {
    this.json = json;
    this.commitBytes = commitBytes;
  }

  /**
   * Prepares a commit.
   *
   * @throws UnstorableException if it can never be stored, with the grain
   */
  PreparedCommit prepare(int index, Commit commit, TypeCodec codec) {
    try {
      return write(index, commit, codec);
    } catch (RuntimeException e) {
      // whatever it is, it must not fail the neighbours
      throw new UnstorableException(
          "the commit of grain "
              + commit.id()
              + " from version "
              + commit.expectedVersion()
              + " to "
              + commit.newVersion()
              + " cannot be stored: "
              + e.getMessage(),
          e);
    }
  }

  private PreparedCommit write(int index, Commit commit, TypeCodec codec) {
    checkKeys(commit.replies());
    boolean events = commit.type().kind() == Kind.EVENT_SOURCED;
    PreparedCommit prepared =
        new PreparedCommit(
            index,
            commit,
            Micros.of(commit.at()),
            events ? events(commit, codec) : List.of(),
            events ? null : document(commit, codec),
            events ? snapshot(commit, codec) : null);
    long bytes = prepared.bytes();
    if (bytes > commitBytes) {
      throw new UnstorableException(
          "the commit has "
              + bytes
              + " bytes, more than the "
              + commitBytes
              + " that commitBytes allows; make its events or state smaller, or raise the bound",
          null);
    }
    return prepared;
  }

  private static void checkKeys(List<KeyedReply> replies) {
    Set<String> keys = new HashSet<>();
    for (KeyedReply reply : replies) {
      String key = reply.key();
      if (key.indexOf('\0') >= 0 || !UTF_8.newEncoder().canEncode(key)) {
        throw new UnstorableException(
            "an idempotency key contains a NUL character or half of a surrogate pair, which cannot"
                + " be kept; choose another key",
            null);
      }
      if (!keys.add(key)) {
        throw new UnstorableException("idempotency key '" + key + "' comes twice", null);
      }
    }
  }

  private List<PreparedEvent> events(Commit commit, TypeCodec codec) {
    List<NewEvent> events = commit.events();
    if (events.isEmpty() || events.size() != commit.newVersion() - commit.expectedVersion()) {
      throw new UnstorableException(
          events.size()
              + " events do not lead from version "
              + commit.expectedVersion()
              + " to "
              + commit.newVersion(),
          null);
    }
    List<PreparedEvent> prepared = new ArrayList<>(events.size());
    for (int i = 0; i < events.size(); i++) {
      boolean last = i == events.size() - 1;
      long version = commit.expectedVersion() + 1 + i;
      prepared.add(event(events.get(i), version, last ? commit.receipts() : List.of(), codec));
    }
    return prepared;
  }

  private PreparedEvent event(
      NewEvent event, long version, List<Receipt> receipts, TypeCodec codec) {
    EventKind kind = codec.kind(event.event());
    return new PreparedEvent(
        version,
        kind.name(),
        kind.format(),
        codec.write(kind, event.event()),
        json.of(
            generator -> MetadataJson.write(event.metadata(), receipts, generator),
            "the metadata of event '" + kind.name() + "'"));
  }

  private PreparedDocument document(Commit commit, TypeCodec codec) {
    Object state = commit.state();
    return new PreparedDocument(
        state == null ? null : codec.writeState(state), receipts(commit.receipts()));
  }

  private @Nullable PreparedSnapshot snapshot(Commit commit, TypeCodec codec) {
    GrainType type = commit.type();
    Object state = commit.state();
    int every = type.snapshotEvery();
    if (state == null
        || every == 0
        || commit.newVersion() / every == commit.expectedVersion() / every) {
      return null;
    }
    return new PreparedSnapshot(
        type.snapshotFormat(),
        codec.writeState(state),
        receipts(commit.receipts()),
        type.deleteOlderEvents());
  }

  private String receipts(List<Receipt> receipts) {
    return receipts.isEmpty()
        ? "{}"
        : json.of(generator -> ReceiptJson.write(receipts, generator), "a receipt");
  }
}
