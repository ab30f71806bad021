package dev.grains.spi;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A grain as its store knows it.
 *
 * @param version the number of events, or of commits for a document; 0 if nothing was ever stored
 * @param state the state, null if nothing is stored or the document was cleared
 * @param receipts the receipts still kept, at most one for each caller: the one with the highest
 *     batch number
 * @since 0.1
 */
public record StoredGrain(long version, @Nullable Object state, List<Receipt> receipts) {

  /** A grain of which nothing is stored. */
  public static final StoredGrain NONE = new StoredGrain(0, null, List.of());

  /** Copies the receipts. */
  public StoredGrain {
    receipts = List.copyOf(receipts);
  }
}
