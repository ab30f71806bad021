package dev.grains.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an IDE shows of the properties, against the record and the document. */
class MetadataTests {

  private static final Pattern ROW =
      Pattern.compile("^\\| `([a-z.-]+)[^`]*` \\| ([^|]+) \\| ([^|]+) \\|$", Pattern.MULTILINE);

  private final JsonNode metadata = read("spring-configuration-metadata.json");
  private final Map<String, JsonNode> properties = new TreeMap<>();

  MetadataTests() {
    metadata
        .path("properties")
        .forEach(property -> properties.put(property.path("name").asString(), property));
  }

  @Test
  void everyPropertyHasATypeAndADescription() {
    assertThat(properties).hasSizeGreaterThan(35);
    assertThat(properties.values())
        .allSatisfy(
            property -> {
              assertThat(property.path("type").asString("")).isNotEmpty();
              assertThat(property.path("description").asString("")).endsWith(".");
            });
  }

  @Test
  void everyPropertyOfTheRecordIsThere() {
    List<String> names =
        RefusedPropertyTests.properties(GrainsProperties.class, "")
            .map(property -> "grains." + property.getKey())
            .filter(name -> !name.startsWith("grains.types."))
            .toList();

    assertThat(properties.keySet()).containsAll(names).contains("grains.types");
    assertThat(properties.get("grains.types").path("type").asString())
        .endsWith(GrainsProperties.Type.class.getName() + ">");
  }

  @Test
  void theDocumentHasEveryPropertyAndItsDefault() throws IOException {
    Map<String, String> documented = new TreeMap<>();
    ROW.matcher(Files.readString(Path.of("..", "docs", "spring.md")))
        .results()
        .forEach(row -> documented.put(row.group(1).replaceAll("\\.$", ""), row.group(2)));
    TreeSet<String> names = new TreeSet<>(properties.keySet());
    names.removeIf(name -> name.startsWith("management.")); // those of any endpoint are Boot's
    names.remove("grains.types"); // documented one by one

    assertThat(documented.keySet()).containsAll(names);
    for (String name : names) {
      JsonNode value = properties.get(name).path("defaultValue");
      if (!value.isMissingNode() && !value.isArray()) {
        assertThat(documented.get(name)).as(name).isEqualTo("`" + value.asString() + "`");
      }
    }
  }

  @Test
  void theDocumentHasEveryPropertyOfATypeAndNoneThatDoesNotExist() throws IOException {
    String document = Files.readString(Path.of("..", "docs", "spring.md"));
    List<String> ofTypes =
        RefusedPropertyTests.properties(GrainsProperties.Type.class, "grains.types.<name>.")
            .map(Map.Entry::getKey)
            .toList();
    List<String> documented =
        Pattern.compile("^\\| `(grains\\.types\\.[^`]+)`", Pattern.MULTILINE)
            .matcher(document)
            .results()
            .map(row -> row.group(1))
            .toList();
    assertThat(documented).containsExactlyInAnyOrderElementsOf(ofTypes);

    assertThat(ROW.matcher(document).results().map(row -> row.group(1)))
        .filteredOn(name -> name.startsWith("grains.") && !name.startsWith("grains.types."))
        .allSatisfy(name -> assertThat(properties).containsKey(name.replaceAll("\\.$", "")));
  }

  @Test
  void hintsBelongToPropertiesThatExist() {
    assertThat(metadata.path("hints"))
        .hasSizeGreaterThan(3)
        .allSatisfy(
            hint -> {
              String name = hint.path("name").asString().replaceAll("\\.keys$", "");
              assertThat(properties).containsKey(name);
              assertThat(hint.path("values")).isNotEmpty();
            });
  }

  private static JsonNode read(String name) {
    try (InputStream file = GrainsProperties.class.getResourceAsStream("/META-INF/" + name)) {
      return JsonMapper.shared().readTree(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
