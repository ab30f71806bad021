package dev.grains.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Every promise of the README has a section with its limits, and that section names its tests. */
class GuaranteeTests {

  private static final Pattern PROMISE = Pattern.compile("\\(docs/guarantees\\.md#([\\w-]+)\\)");
  private static final Pattern SECTION = Pattern.compile("(?ms)^## (.*?)$(.*?)(?=^## |\\z)");
  private static final Pattern TEST = Pattern.compile("\\[\\w+(IT|Tests)]\\(\\.\\./\\S+\\.java\\)");

  @Test
  void everyPromiseNamesItsTests() {
    Map<String, String> sections = sections();
    List<String> promises =
        PROMISE.matcher(text("README.md")).results().map(match -> match.group(1)).toList();

    assertThat(promises).hasSizeGreaterThanOrEqualTo(7);
    assertThat(promises)
        .allSatisfy(
            promise ->
                assertThat(sections.get(promise))
                    .as("the section of docs/guarantees.md on %s, with links to its tests", promise)
                    .containsPattern(TEST));
  }

  private static Map<String, String> sections() {
    Map<String, String> sections = new TreeMap<>();
    for (MatchResult section : SECTION.matcher(text("docs/guarantees.md")).results().toList()) {
      sections.put(MarkdownFile.anchor(section.group(1)), section.group(2));
    }
    return sections;
  }

  private static String text(String document) {
    return new MarkdownFile(Repository.ROOT, Path.of(document)).text();
  }
}
