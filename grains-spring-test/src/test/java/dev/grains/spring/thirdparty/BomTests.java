package dev.grains.spring.thirdparty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BomTests {

  private static final Path ROOT = Path.of("..");

  @Test
  void hasTheVersionsOfThisBuild() throws IOException {
    String parent = Files.readString(ROOT.resolve("pom.xml"));
    String bom = Files.readString(ROOT.resolve("grains-bom/pom.xml"));

    assertThat(only(bom, "<version>([^$<]+)</version>"))
        .isEqualTo(only(parent, "<artifactId>grains-parent</artifactId>\\s*<version>([^<]+)<"));
    assertThat(only(bom, "<hazelcast.version>([^<]+)<"))
        .isEqualTo(only(parent, "<hazelcast.version>([^<]+)<"));
  }

  @Test
  void hasEveryPublishedArtifact() throws IOException {
    String bom = Files.readString(ROOT.resolve("grains-bom/pom.xml"));

    for (String folder :
        List.of(
            "grains-core", "grains-jdbc", "grains-test", "grains-spring", "grains-spring-test")) {
      String pom = Files.readString(ROOT.resolve(folder).resolve("pom.xml"));
      String artifact = only(pom, "</parent>\\s*<artifactId>([^<]+)<");
      assertThat(bom).contains("<artifactId>" + artifact + "</artifactId>");
    }
  }

  private static String only(String text, String pattern) {
    List<String> found =
        Pattern.compile(pattern).matcher(text).results().map(result -> result.group(1)).toList();
    assertThat(found).as(pattern).hasSize(1);
    return found.get(0);
  }
}
