package dev.grains.docs;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What README and BOM say is what the build does. */
class BuildTests {

  private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");
  private static final Pattern VERSION_PROPERTY =
      Pattern.compile("<([\\w-]+\\.version)>([^<$]+)</\\1>");

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

  @Test
  void versionsOfTheBomAreThoseOfTheBuild() {
    Map<String, String> build = versions("pom.xml");
    Map<String, String> bom = versions("grains-bom/pom.xml");

    assertThat(bom).containsKey("hazelcast.version");
    assertThat(build).containsAllEntriesOf(bom);
  }

  private static Map<String, String> versions(String pom) {
    return VERSION_PROPERTY
        .matcher(String.join("\n", Repository.lines(Repository.ROOT.resolve(pom))))
        .results()
        .collect(toMap(match -> match.group(1), match -> match.group(2)));
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
