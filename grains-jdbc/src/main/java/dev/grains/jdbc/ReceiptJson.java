package dev.grains.jdbc;

import dev.grains.spi.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * Receipts as JSON: {@code {"<caller>": [batch, expiry in microseconds, "replies in base 64"]}}.
 * The SQL of {@link PostgresGroupSql} knows this shape.
 */
final class ReceiptJson {

  private ReceiptJson() {}

  static void write(List<Receipt> receipts, JsonGenerator generator) {
    generator.writeStartObject();
    for (Receipt receipt : receipts) {
      generator.writeName(receipt.caller().toString());
      generator.writeStartArray();
      generator.writeNumber(receipt.batch());
      generator.writeNumber(Micros.ceiling(receipt.expiresAt()));
      generator.writeBinary(receipt.replies());
      generator.writeEndArray();
    }
    generator.writeEndObject();
  }

  static List<Receipt> read(JsonNode receipts) {
    List<Receipt> result = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : receipts.properties()) {
      JsonNode receipt = entry.getValue();
      result.add(
          new Receipt(
              UUID.fromString(entry.getKey()),
              receipt.get(0).longValue(),
              Micros.toInstant(receipt.get(1).longValue()),
              receipt.get(2).binaryValue()));
    }
    return result;
  }
}
