package dev.grains;

import java.util.Objects;

/**
 * The identity of a grain: its type and its key, written {@code type/key}.
 *
 * @param type the name of the grain type
 * @param key the key within the type, 1 to {@value #MAX_KEY_LENGTH} characters without NUL
 * @since 0.1
 */
public record GrainId(String type, String key) {

  /** The longest key, in UTF-16 characters. */
  public static final int MAX_KEY_LENGTH = 512;

  /**
   * Checks the key.
   *
   * @throws IllegalArgumentException if the key is empty, too long, or contains NUL or half of a
   *     surrogate pair
   */
  public GrainId {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(key, "key");
    checkKey(type, key);
  }

  private static void checkKey(String type, String key) {
    if (key.isEmpty()) {
      throw new IllegalArgumentException(
          "the key of a grain of type '" + type + "' must not be empty");
    }
    if (key.length() > MAX_KEY_LENGTH) {
      throw new IllegalArgumentException(
          "the key of grain "
              + type
              + "/"
              + key.substring(0, 40)
              + "... has "
              + key.length()
              + " characters; at most "
              + MAX_KEY_LENGTH
              + " are allowed");
    }
    int unusable = unusable(key);
    if (unusable >= 0) {
      throw new IllegalArgumentException(
          "the key of a grain of type '"
              + type
              + "' contains an unusable character at index "
              + unusable
              + "; NUL and unpaired surrogates are not allowed");
    }
  }

  /** The index of the first character that cannot be stored everywhere, or -1. */
  static int unusable(String key) {
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      if (c == 0 || (Character.isSurrogate(c) && !isPairAt(key, i))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isPairAt(String key, int i) {
    return Character.isHighSurrogate(key.charAt(i))
        ? i + 1 < key.length() && Character.isLowSurrogate(key.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(key.charAt(i - 1));
  }

  @Override
  public String toString() {
    return type + "/" + key;
  }
}
