package dev.grains.jdbc;

import dev.grains.GrainId;
import dev.grains.spi.EventFold;
import dev.grains.spi.Receipt;
import dev.grains.spi.StoredDataException;
import dev.grains.spi.StoredGrain;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One replay of the stream of a grain. Confined to one thread. */
final class EventReplay {

  private final TypeCodec codec;
  private final GrainId id;
  private final EventFold fold;
  private final JsonText json;
  private final ReceiptBook receipts = new ReceiptBook();
  private @Nullable Object state;
  private long version;

  EventReplay(TypeCodec codec, GrainId id, EventFold fold, JsonText json) {
    this.codec = codec;
    this.id = id;
    this.fold = fold;
    this.json = json;
  }

  /** Thrown when the next event is not there: it may just have been deleted behind a snapshot. */
  static final class GapException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    GapException(String message) {
      super(message);
    }
  }

  /**
   * Replays the stream.
   *
   * @throws GapException if events are missing
   */
  StoredGrain run(GrainReader reader, Instant now) {
    List<StoredRow> page = reader.stream(id, codec.type().snapshotFormat());
    page.forEach(this::add);
    while (page.size() >= GrainReader.PAGE) {
      page = reader.events(id, version);
      page.forEach(this::add);
    }
    return version == 0
        ? StoredGrain.NONE
        : new StoredGrain(version, state, receipts.unexpired(now));
  }

  private void add(StoredRow row) {
    if (row.isSnapshot()) {
      state = codec.readState(id, row.version(), row.payload());
      receipts.add(receipts(row, false));
    } else {
      addEvent(row);
    }
    version = row.version();
  }

  private void addEvent(StoredRow row) {
    if (row.version() != version + 1) {
      throw new GapException(missing(row.version()));
    }
    Object next = state == null ? fold.initialState() : state;
    for (Object event : codec.read(id, row)) {
      next = fold.apply(next, event);
    }
    state = next;
    if (MetadataJson.mayHaveReceipts(row.metadata())) {
      receipts.add(receipts(row, true));
    }
  }

  private List<Receipt> receipts(StoredRow row, boolean event) {
    try {
      return event
          ? MetadataJson.receipts(json.tree(row.metadata()))
          : ReceiptJson.read(json.tree(row.metadata()));
    } catch (RuntimeException e) {
      throw new StoredDataException(
          "the receipts at version "
              + row.version()
              + " of grain "
              + id
              + " cannot be read: "
              + e.getMessage()
              + "; repair the row",
          e);
    }
  }

  private String missing(long found) {
    return "the events of grain "
        + id
        + " from version "
        + (version + 1)
        + " to "
        + (found - 1)
        + " are missing"
        + (version == 0
            ? ": they were deleted behind a snapshot, and there is none of format "
                + codec.type().snapshotFormat()
                + "; go back to the format of that snapshot, or bring the events back"
            : "; bring them back from a backup");
  }
}
