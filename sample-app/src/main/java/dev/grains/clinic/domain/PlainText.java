package dev.grains.clinic.domain;

/** Text that can be shown, stored anywhere, and made a part of the key of a grain. */
final class PlainText {

  private static final int LONGEST = 200;
  private static final int LONGEST_ATTRIBUTE = 2_000;

  private PlainText() {}

  static void require(String text, String what) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(what + " must not be blank");
    }
    check(text, what, LONGEST);
  }

  static void requireAttribute(String name, String value) {
    require(name, "the name of an attribute");
    check(value, "attribute '" + name + "'", LONGEST_ATTRIBUTE);
  }

  private static void check(String text, String what, int longest) {
    if (text.length() > longest) {
      throw new IllegalArgumentException(
          what + " has " + text.length() + " characters, at most " + longest + " are kept");
    }
    if (text.codePoints().anyMatch(PlainText::unusable)) {
      throw new IllegalArgumentException(what + " contains characters that are no text");
    }
  }

  private static boolean unusable(int codePoint) {
    return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
  }
}
