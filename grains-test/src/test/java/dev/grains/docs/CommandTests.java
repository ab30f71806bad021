package dev.grains.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the README tells people to run is what runs for every change. */
class CommandTests {

  private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

  @Test
  void firstCommandOfTheReadmeIsTheFirstOfTheContinuousBuild() {
    String told = readme().blocks("sh").get(0).text().lines().findFirst().orElseThrow();

    List<String> run =
        Repository.lines(Repository.ROOT.resolve(".ci/run")).stream()
            .map(String::strip)
            .filter(line -> line.startsWith("mvn "))
            .toList();

    assertThat(told).startsWith("mvn ");
    assertThat(run).first().isEqualTo(told);
  }

  @Test
  void readmeNamesTheVersionThatIsBuilt() {
    String pom = String.join("\n", Repository.lines(Repository.ROOT.resolve("pom.xml")));

    assertThat(firstVersion(readme().text())).isEqualTo(firstVersion(pom));
  }

  private static MarkdownFile readme() {
    return Repository.documents().stream()
        .filter(document -> document.path().toString().equals("README.md"))
        .findFirst()
        .orElseThrow();
  }

  private static String firstVersion(String text) {
    return VERSION.matcher(text).results().findFirst().orElseThrow().group(1);
  }
}
