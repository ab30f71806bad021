package dev.grains.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A document of the repository.
 *
 * @param root the repository
 * @param path the document, from the root
 */
record MarkdownFile(Path root, Path path) {

  private static final Pattern REGION = Pattern.compile("<!-- region: (\\S+)#(\\S+) -->");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*]\\(([^)\\s]+)\\)");
  private static final Pattern ELSEWHERE = Pattern.compile("[a-z]+:.*");
  private static final Pattern HEADING = Pattern.compile("#+ (.*)");
  private static final String FENCE = "```";

  /**
   * A link to another place in the repository.
   *
   * @param line where it stands
   * @param target what it points to, as written
   */
  record Link(int line, String target) {}

  /** Returns the fenced blocks of one language. */
  List<CodeBlock> blocks(String language) {
    List<String> lines = lines();
    List<CodeBlock> found = new ArrayList<>();
    int opened = -1;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (opened < 0 && line.startsWith(FENCE)) {
        opened = i;
      } else if (opened >= 0 && line.equals(FENCE)) {
        if (lines.get(opened).strip().equals(FENCE + language)) {
          found.add(block(lines, opened, i));
        }
        opened = -1;
      }
    }
    return found;
  }

  /** Returns the links that do not leave the repository. */
  List<Link> links() {
    List<Link> found = new ArrayList<>();
    List<String> prose = prose();
    for (int i = 0; i < prose.size(); i++) {
      Matcher matcher = LINK.matcher(prose.get(i));
      while (matcher.find()) {
        if (!ELSEWHERE.matcher(matcher.group(1)).matches()) {
          found.add(new Link(i + 1, matcher.group(1)));
        }
      }
    }
    return found;
  }

  /** Returns the names by which links reach the headings. */
  List<String> anchors() {
    return prose().stream()
        .map(HEADING::matcher)
        .filter(Matcher::matches)
        .map(heading -> anchor(heading.group(1)))
        .toList();
  }

  String text() {
    return String.join("\n", lines());
  }

  private CodeBlock block(List<String> lines, int opened, int closed) {
    String text = String.join("\n", lines.subList(opened + 1, closed));
    Matcher region = REGION.matcher(opened == 0 ? "" : lines.get(opened - 1).strip());
    String place = path + ":" + (opened + 1);
    return region.matches()
        ? new CodeBlock(place, text, region.group(1), region.group(2))
        : new CodeBlock(place, text, "", "");
  }

  // code is blanked and not removed, so that line numbers stay
  private List<String> prose() {
    boolean[] inCode = {false};
    return lines().stream()
        .map(
            line -> {
              boolean fence = line.strip().startsWith(FENCE);
              boolean code = fence || inCode[0];
              inCode[0] ^= fence;
              return code ? "" : line.replaceAll("`[^`]*`", "");
            })
        .toList();
  }

  private List<String> lines() {
    return Repository.lines(root.resolve(path));
  }

  /** Returns the name by which links reach a heading. */
  static String anchor(String heading) {
    return heading
        .chars()
        .mapToObj(c -> String.valueOf((char) Character.toLowerCase(c)))
        .flatMap(c -> c.equals(" ") ? Stream.of("-") : Stream.of(c))
        .filter(c -> c.matches("[\\w-]"))
        .collect(Collectors.joining());
  }
}
