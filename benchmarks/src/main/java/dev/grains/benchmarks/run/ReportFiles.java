package dev.grains.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Where the results go. */
final class ReportFiles {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final String BEGIN = "<!-- measured: begin -->";
  private static final String END = "<!-- measured: end -->";

  private ReportFiles() {}

  /**
   * Writes {@code <name>.json} and {@code <name>.md}, and the table into the documentation if
   * asked.
   *
   * @return the Markdown file
   */
  static Path write(RunOptions options, String name, Results results) throws IOException {
    Path benchmarks = options.root().resolve("benchmarks");
    Path directory = benchmarks.resolve(options.quick() ? "target/results" : "results");
    Files.createDirectories(directory);
    Files.writeString(directory.resolve(name + ".json"), JSON.writeValueAsString(results) + "\n");
    String markdown = MarkdownReport.of(results);
    Path file = directory.resolve(name + ".md");
    Files.writeString(file, markdown);
    if (options.docs()) {
      Path page = options.root().resolve("docs/benchmarks.md");
      Files.writeString(page, replaced(Files.readString(page), markdown));
    }
    return file;
  }

  static String replaced(String page, String table) {
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalStateException("docs/benchmarks.md has no place for the table");
    }
    return page.substring(0, begin + BEGIN.length()) + "\n" + table + page.substring(end);
  }
}
