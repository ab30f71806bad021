package dev.grains.docs;

import static java.util.stream.Collectors.joining;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The lines of a source file between {@code tag::name[]} and {@code end::name[]}. */
final class SourceRegion {

  private static final Pattern MARKER = Pattern.compile("\\s*// (tag|end)::\\S+\\[]\\s*");

  private SourceRegion() {}

  /** Returns the region without its indentation and without the marks of regions inside it. */
  static String read(Path file, String name) {
    if (!Files.isRegularFile(file)) {
      throw new AssertionError("there is no " + file);
    }
    List<String> lines = Repository.lines(file);
    int from = indexOf(lines, "// tag::" + name + "[]", file);
    int to = indexOf(lines, "// end::" + name + "[]", file);
    return lines.subList(from + 1, to).stream()
        .filter(line -> !MARKER.matcher(line).matches())
        .collect(joining("\n"))
        .stripTrailing() // or the last line, being blank, would count as one without indentation
        .stripIndent()
        .strip();
  }

  private static int indexOf(List<String> lines, String marker, Path file) {
    List<String> stripped = lines.stream().map(String::strip).toList();
    int first = stripped.indexOf(marker);
    if (first < 0 || first != stripped.lastIndexOf(marker)) {
      throw new AssertionError("expected one line '" + marker + "' in " + file);
    }
    return first;
  }
}
