package dev.grains.internal.commit;

import dev.grains.internal.codec.ValueCodec;
import dev.grains.internal.codec.WireFormatException;
import dev.grains.internal.codec.WireReader;
import dev.grains.internal.codec.WireWriter;
import dev.grains.spi.Commit;
import dev.grains.spi.EventFold;
import dev.grains.spi.NewEvent;
import dev.grains.spi.Receipt;
import dev.grains.spi.StoredDataException;
import dev.grains.spi.StoredGrain;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns commits of one type into deltas, and entries into grains. Thread-safe. */
public final class Replication {

  /** How many events follow a state before the state is sent again instead. */
  private static final int EVENTS_BETWEEN_STATES = 64;

  private final ValueCodec states;
  private final @Nullable ValueCodec events;

  /**
   * Creates the replication of a type.
   *
   * @param states encodes states
   * @param events encodes events, null unless the type is event-sourced
   */
  Replication(ValueCodec states, @Nullable ValueCodec events) {
    this.states = states;
    this.events = events;
  }

  /** Encodes a commit; what it throws means that the commit cannot be stored. */
  public ReplicaDelta delta(Commit commit) {
    boolean whole =
        events == null
            || commit.newVersion() / EVENTS_BETWEEN_STATES
                != commit.expectedVersion() / EVENTS_BETWEEN_STATES;
    return new ReplicaDelta(
        commit.expectedVersion(),
        commit.newVersion(),
        whole,
        whole ? encode(states, commit.state()) : null,
        whole ? List.of() : encode(commit.events()),
        commit.receipts(),
        commit.replies(),
        commit.at().toEpochMilli());
  }

  private List<byte[]> encode(List<NewEvent> events) {
    List<byte[]> encoded = new ArrayList<>(events.size());
    for (NewEvent event : events) {
      WireWriter out = new WireWriter(64);
      eventCodec().write(event.event(), out);
      encoded.add(out.toBytes());
    }
    return encoded;
  }

  private static byte @Nullable [] encode(ValueCodec codec, @Nullable Object state) {
    if (state == null) {
      return null;
    }
    WireWriter out = new WireWriter(128);
    codec.write(state, out);
    return out.toBytes();
  }

  /** Decodes an entry, without the receipts that have expired by now. */
  public StoredGrain grain(@Nullable ReplicatedEntry entry, String id, EventFold fold, long now) {
    if (entry == null) {
      return StoredGrain.NONE;
    }
    Object state;
    try {
      byte[] bytes = entry.state();
      state = bytes == null ? null : states.read(new WireReader(bytes));
    } catch (WireFormatException broken) {
      throw unreadable(id, entry, broken);
    }
    for (byte[] event : EventChain.inOrder(entry.events())) {
      Object decoded;
      try {
        decoded = eventCodec().read(new WireReader(event));
      } catch (WireFormatException broken) {
        throw unreadable(id, entry, broken);
      }
      state = fold.apply(state == null ? fold.initialState() : state, required(decoded, id));
    }
    List<Receipt> receipts =
        entry.receipts().stream()
            .filter(receipt -> receipt.expiresAt().toEpochMilli() > now)
            .toList();
    return new StoredGrain(entry.version(), state, receipts);
  }

  private static Object required(@Nullable Object event, String id) {
    if (event == null) {
      throw new StoredDataException("a stored event of " + id + " is null", null);
    }
    return event;
  }

  private static StoredDataException unreadable(
      String id, ReplicatedEntry entry, WireFormatException broken) {
    return new StoredDataException(
        id
            + " at version "
            + entry.version()
            + " cannot be read from cluster memory: "
            + broken.getMessage()
            + "; do all members run the same version of its classes?",
        broken);
  }

  private ValueCodec eventCodec() {
    ValueCodec codec = events;
    if (codec == null) {
      throw new IllegalStateException("a document has no events");
    }
    return codec;
  }
}
