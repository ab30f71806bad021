package dev.grains.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes JSON that both databases can keep. Thread-safe.
 *
 * <p>Texts are written one after the other with the same generator: to set one up and to close it
 * costs more than to write an event. Who finds it in use sets up another one; one that has failed
 * in the middle of a text is not used again.
 */
final class JsonText {

  private static final String ESCAPED_NUL = "\\u0000";
  // whole pairs are written as they are
  private static final String ESCAPED_HALF = "\\uD";
  private static final int LARGEST_SPARE = 1 << 16;

  private final JsonMapper mapper;
  private final AtomicReference<@Nullable Spare> spare = new AtomicReference<>();

  JsonText(JsonMapper mapper) {
    this.mapper = mapper;
  }

  interface Content {
    void writeTo(JsonGenerator generator);
  }

  /** Returns a writer of a type whose values {@link #of(ObjectWriter, Object, String)} takes. */
  ObjectWriter writerFor(JavaType type) {
    return mapper.writerFor(type).without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
  }

  /**
   * Writes a value.
   *
   * @throws UnstorableException if it cannot be written, or not be kept
   */
  String of(ObjectWriter writer, Object value, String what) {
    return of(generator -> writer.writeValue(generator, value), what);
  }

  /**
   * Writes what a content writes.
   *
   * @throws UnstorableException if it cannot be written, or not be kept
   */
  String of(Content content, String what) {
    Spare used = spare.getAndSet(null);
    if (used == null) {
      used = new Spare(mapper);
    }
    String json;
    try {
      json = used.write(content);
    } catch (JacksonException e) {
      throw new UnstorableException(
          what + " cannot be written as JSON: " + e.getOriginalMessage(), e);
    }
    if (json.length() <= LARGEST_SPARE) {
      spare.set(used);
    }
    return checked(json, what);
  }

  // writes bytes, because only the writer of bytes escapes half of a surrogate pair
  private static final class Spare {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
    private final JsonGenerator generator;

    Spare(JsonMapper mapper) {
      generator = mapper.writer().withRootValueSeparator((String) null).createGenerator(bytes);
    }

    String write(Content content) {
      content.writeTo(generator);
      generator.flush();
      String json = bytes.toString(UTF_8);
      bytes.reset();
      return json;
    }
  }

  JsonNode tree(String json) {
    return mapper.readTree(json);
  }

  private static String checked(String json, String what) {
    if (json.indexOf('\\') < 0) {
      return json;
    }
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
