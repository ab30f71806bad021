package dev.grains.clinic.intake;

import dev.grains.clinic.domain.Recording;
import dev.grains.clinic.domain.Recording.Outcome;
import java.util.concurrent.atomic.LongAdder;

/** What has come of the rows of a log so far. Thread-safe. */
public final class Tally {

  private final LongAdder recorded = new LongAdder();
  private final LongAdder duplicates = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final Latencies latencies = new Latencies();

  void settle(Recording recording) {
    (recording.outcome() == Outcome.RECORDED ? recorded : duplicates).increment();
  }

  void refuse() {
    refused.increment();
  }

  /** How many observations were new. */
  public long recorded() {
    return recorded.sum();
  }

  /** How many observations were known already. */
  public long duplicates() {
    return duplicates.sum();
  }

  /** How many observations were refused. */
  public long refused() {
    return refused.sum();
  }

  /** How many rows an answer has come for. */
  public long settled() {
    return recorded() + duplicates() + refused();
  }

  /** How long the answers took. */
  public Latencies latencies() {
    return latencies;
  }
}
