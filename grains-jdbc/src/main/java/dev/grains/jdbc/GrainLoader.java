package dev.grains.jdbc;

import dev.grains.GrainId;
import dev.grains.jdbc.EventReplay.GapException;
import dev.grains.spi.EventFold;
import dev.grains.spi.StoredDataException;
import dev.grains.spi.StoredEvent;
import dev.grains.spi.StoredGrain;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;

/** Builds grains from what is stored of them. Thread-safe. */
final class GrainLoader {

  private static final int ATTEMPTS = 3;

  private final GrainReader reader;
  private final JsonText json;
  private final InstantSource clock;

  GrainLoader(GrainReader reader, JsonText json, InstantSource clock) {
    this.reader = reader;
    this.json = json;
    this.clock = clock;
  }

  StoredGrain loadDocument(TypeCodec codec, GrainId id) {
    StoredDocument document = reader.document(id);
    if (document == null) {
      return StoredGrain.NONE;
    }
    ReceiptBook receipts = new ReceiptBook();
    receipts.add(ReceiptJson.read(json.tree(document.receipts())));
    return new StoredGrain(
        document.version(),
        document.state() == null ? null : codec.readState(id, document.version(), document.state()),
        receipts.unexpired(clock.instant()));
  }

  StoredGrain loadEvents(TypeCodec codec, GrainId id, EventFold fold) {
    for (int attempt = 1; ; attempt++) {
      try {
        return new EventReplay(codec, id, fold, json).run(reader, clock.instant());
      } catch (GapException e) {
        // between two pages somebody may have taken a snapshot and deleted what is behind it
        if (attempt == ATTEMPTS) {
          throw new StoredDataException(String.valueOf(e.getMessage()), e);
        }
      }
    }
  }

  void readHistory(TypeCodec codec, GrainId id, long afterVersion, Consumer<StoredEvent> events) {
    long version = afterVersion;
    List<StoredRow> page;
    do {
      page = reader.events(id, version);
      for (StoredRow row : page) {
        version = row.version();
        history(codec, id, row).forEach(events);
      }
    } while (page.size() == GrainReader.PAGE);
  }

  private List<StoredEvent> history(TypeCodec codec, GrainId id, StoredRow row) {
    return codec.read(id, row).stream()
        .map(
            event ->
                new StoredEvent(
                    row.version(),
                    row.recordedAt(),
                    event,
                    MetadataJson.read(json.tree(row.metadata()))))
        .toList();
  }
}
