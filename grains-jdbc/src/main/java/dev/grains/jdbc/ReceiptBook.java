package dev.grains.jdbc;

import dev.grains.spi.Receipt;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Collects the newest receipt of each caller. Confined to one thread. */
final class ReceiptBook {

  private final Map<UUID, Receipt> newest = new HashMap<>();

  void add(List<Receipt> receipts) {
    for (Receipt receipt : receipts) {
      newest.merge(
          receipt.caller(), receipt, (one, other) -> one.batch() > other.batch() ? one : other);
    }
  }

  List<Receipt> unexpired(Instant now) {
    return newest.values().stream().filter(receipt -> receipt.expiresAt().isAfter(now)).toList();
  }
}
