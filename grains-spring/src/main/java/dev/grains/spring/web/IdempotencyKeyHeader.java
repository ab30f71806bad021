package dev.grains.spring.web;

import dev.grains.CallOptions;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;

/** The header {@code Idempotency-Key}: a string of RFC 9651, or the key without quotes. */
final class IdempotencyKeyHeader {

  static final String NAME = "Idempotency-Key";

  private static final Pattern QUOTED =
      Pattern.compile("\"((?:[ !#-\\[\\]-~]|\\\\[\"\\\\])*)\""); // its escapes are \" and \\
  private static final Pattern BARE = Pattern.compile("[!#-\\[\\]-~]*");

  private IdempotencyKeyHeader() {}

  static String parse(String[] values) {
    if (values.length != 1) {
      throw refused("must be there once");
    }
    String key = unquoted(values[0].strip());
    if (key.isEmpty() || key.length() > CallOptions.MAX_IDEMPOTENCY_KEY_LENGTH) {
      throw refused("must have 1 to " + CallOptions.MAX_IDEMPOTENCY_KEY_LENGTH + " characters");
    }
    return key;
  }

  private static String unquoted(String value) {
    if (BARE.matcher(value).matches()) {
      return value;
    }
    var quoted = QUOTED.matcher(value);
    if (!quoted.matches()) {
      throw refused("must be a text in double quotes, of printable ASCII characters");
    }
    return quoted.group(1).replaceAll("\\\\(.)", "$1");
  }

  private static RequestHeaderException refused(String rule) {
    return new RequestHeaderException(HttpStatus.BAD_REQUEST, NAME + " " + rule + ".");
  }
}
