package dev.grains.internal.codec;

import org.jspecify.annotations.Nullable;

/** Text of unknown origin or length, made fit for frames and messages. */
final class Texts {

  private static final int MAX_QUOTED = 100;

  private Texts() {}

  /** Returns a text in quotes, without what could break a log line. */
  static String quoted(String text) {
    StringBuilder result = new StringBuilder().append('\'').append(bounded(text, MAX_QUOTED));
    for (int i = 0; i < result.length(); i++) {
      if (Character.isISOControl(result.charAt(i))) {
        result.setCharAt(i, '?');
      }
    }
    return result.append('\'').toString();
  }

  static @Nullable String boundedOrNull(@Nullable String text, int length) {
    return text == null ? null : bounded(text, length);
  }

  /** Returns a text that is not much longer than a length and can be encoded. */
  static String bounded(String text, int length) {
    if (text.length() <= length) {
      return encodable(text);
    }
    return encodable(text.substring(0, length))
        + "... ("
        + (text.length() - length)
        + " more characters)";
  }

  private static String encodable(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return withoutHalfPairs(text);
      }
    }
    return text;
  }

  private static String withoutHalfPairs(String text) {
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? '?' : c)
        .forEach(result::appendCodePoint);
    return result.toString();
  }
}
