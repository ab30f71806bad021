package dev.grains.jdbc;

import dev.grains.spi.EventMetadata;
import dev.grains.spi.Receipt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * The metadata of an event as JSON, with the receipts of its commit if it is the last. The caller
 * is left out where it is that of the only receipt, and where it begins the correlation: a command
 * that begins a chain of calls names it by its caller and number. Both are the common case.
 */
final class MetadataJson {

  private static final String CALLER = "caller";
  private static final String CORRELATION = "correlation";
  private static final String CALL = "call";
  private static final String CAUSATION = "causation";
  private static final String KEY = "key";
  private static final String HEADERS = "headers";
  private static final String RECEIPTS = "receipts";

  private MetadataJson() {}

  // in the order in which jsonb keeps names, shortest first, which saves it their sorting
  static void write(EventMetadata metadata, List<Receipt> receipts, JsonGenerator generator) {
    String caller = metadata.caller().toString();
    String call = callOf(caller, metadata.correlation());
    generator.writeStartObject();
    writeUnlessNull(KEY, metadata.idempotencyKey(), generator);
    writeUnlessNull(CALL, call, generator);
    if (receipts.size() != 1 || !receipts.get(0).caller().equals(metadata.caller())) {
      generator.writeStringProperty(CALLER, caller);
    }
    if (!metadata.headers().isEmpty()) {
      generator.writeObjectPropertyStart(HEADERS);
      metadata.headers().forEach(generator::writeStringProperty);
      generator.writeEndObject();
    }
    if (!receipts.isEmpty()) {
      generator.writeName(RECEIPTS);
      ReceiptJson.write(receipts, generator);
    }
    writeUnlessNull(CAUSATION, metadata.causation(), generator);
    if (call == null) {
      generator.writeStringProperty(CORRELATION, metadata.correlation());
    }
    generator.writeEndObject();
  }

  private static @Nullable String callOf(String caller, String correlation) {
    int length = caller.length();
    return correlation.length() > length
            && correlation.charAt(length) == '/'
            && correlation.startsWith(caller)
        ? correlation.substring(length + 1)
        : null;
  }

  private static void writeUnlessNull(
      String name, @Nullable String value, JsonGenerator generator) {
    if (value != null) {
      generator.writeStringProperty(name, value);
    }
  }

  static EventMetadata read(JsonNode json) {
    Map<String, String> headers = new HashMap<>();
    for (Map.Entry<String, JsonNode> header : json.path(HEADERS).properties()) {
      headers.put(header.getKey(), header.getValue().stringValue());
    }
    UUID caller = caller(json);
    String call = textOrNull(json, CALL);
    return new EventMetadata(
        caller,
        call == null ? json.get(CORRELATION).stringValue() : caller + "/" + call,
        textOrNull(json, CAUSATION),
        textOrNull(json, KEY),
        headers);
  }

  private static UUID caller(JsonNode json) {
    String caller = textOrNull(json, CALLER);
    return UUID.fromString(
        caller != null ? caller : json.get(RECEIPTS).propertyNames().iterator().next());
  }

  private static @Nullable String textOrNull(JsonNode json, String name) {
    JsonNode value = json.get(name);
    return value == null ? null : value.stringValue();
  }

  /** Tells without parsing whether it can have receipts. */
  static boolean mayHaveReceipts(String json) {
    return json.contains("\"" + RECEIPTS + "\"");
  }

  static List<Receipt> receipts(JsonNode json) {
    JsonNode receipts = json.get(RECEIPTS);
    return receipts == null ? List.of() : ReceiptJson.read(receipts);
  }
}
