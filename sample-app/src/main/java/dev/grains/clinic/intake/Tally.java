package dev.grains.clinic.intake;

import dev.grains.clinic.domain.Recording;
import dev.grains.clinic.domain.Recording.Outcome;
import dev.grains.clinic.log.BadRow;
import dev.grains.clinic.log.Entry;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What has come of the rows of a log so far. Thread-safe. */
public final class Tally {

  private final LongAdder recorded = new LongAdder();
  private final LongAdder duplicates = new LongAdder();
  private final Queue<BadRow> refused = new ConcurrentLinkedQueue<>();
  private final Latencies latencies = new Latencies();

  void settle(Recording recording) {
    (recording.outcome() == Outcome.RECORDED ? recorded : duplicates).increment();
  }

  void refuse(Entry entry, String reason) {
    refused.add(new BadRow(entry.line(), reason, entry.text()));
  }

  /** How many observations were new. */
  public long recorded() {
    return recorded.sum();
  }

  /** How many observations were known already. */
  public long duplicates() {
    return duplicates.sum();
  }

  /** The rows that patients have refused, as they stand in the file. */
  public List<BadRow> refused() {
    return refused.stream().sorted(Comparator.comparingLong(BadRow::line)).toList();
  }

  /** How many rows an answer has come for. */
  public long settled() {
    return recorded() + duplicates() + refused.size();
  }

  /** How long the answers took. */
  public Latencies latencies() {
    return latencies;
  }
}
