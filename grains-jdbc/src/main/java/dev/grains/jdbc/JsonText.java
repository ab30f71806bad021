package dev.grains.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

/** Writes JSON that both databases can keep. Thread-safe. */
final class JsonText {

  private static final String ESCAPED_NUL = "\\u0000";
  // whole pairs are written as they are
  private static final String ESCAPED_HALF = "\\uD";

  private final JsonMapper mapper;

  JsonText(JsonMapper mapper) {
    this.mapper = mapper;
  }

  interface Content {
    void writeTo(JsonGenerator generator);
  }

  /**
   * Writes a value.
   *
   * @throws UnstorableException if it cannot be written, or not be kept
   */
  static String of(ObjectWriter writer, Object value, String what) {
    try {
      // through bytes, because only the writer of bytes escapes half of a surrogate pair
      return checked(new String(writer.writeValueAsBytes(value), UTF_8), what);
    } catch (JacksonException e) {
      throw new UnstorableException(
          what + " cannot be written as JSON: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * Writes what a content writes.
   *
   * @throws UnstorableException if it cannot be written, or not be kept
   */
  String of(Content content, String what) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    try (JsonGenerator generator = mapper.createGenerator(bytes)) {
      content.writeTo(generator);
    } catch (JacksonException e) {
      throw new UnstorableException(
          what + " cannot be written as JSON: " + e.getOriginalMessage(), e);
    }
    return checked(bytes.toString(UTF_8), what);
  }

  JsonNode tree(String json) {
    return mapper.readTree(json);
  }

  private static String checked(String json, String what) {
    if (hasEscape(json, ESCAPED_NUL)) {
      throw new UnstorableException(
          what + " contains a NUL character, which PostgreSQL cannot keep; remove it", null);
    }
    if (hasEscape(json, ESCAPED_HALF)) {
      throw new UnstorableException(
          what + " contains half of a surrogate pair, which is no text; remove it", null);
    }
    return json;
  }

  private static boolean hasEscape(String json, String escape) {
    int at = json.indexOf(escape);
    while (at >= 0 && !isEscape(json, at)) {
      at = json.indexOf(escape, at + 1);
    }
    return at >= 0;
  }

  private static boolean isEscape(String json, int backslash) {
    int before = backslash;
    while (before > 0 && json.charAt(before - 1) == '\\') {
      before--;
    }
    return (backslash - before) % 2 == 0;
  }
}
