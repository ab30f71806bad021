package dev.grains.spring.thirdparty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The code blocks of the README, word for word.
 *
 * @param text the whole text
 */
record Readme(String text) {

  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

  static Readme read(Path file) throws IOException {
    return new Readme(Files.readString(file));
  }

  /** Returns the only block of a language that has some text in it. */
  String block(String language, String with) {
    List<String> found =
        BLOCK
            .matcher(text)
            .results()
            .filter(block -> block.group(1).equals(language))
            .map((MatchResult block) -> block.group(2))
            .filter(block -> block.contains(with))
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(
          found.size() + " blocks of " + language + " in the README have '" + with + "'");
    }
    return found.get(0);
  }
}
