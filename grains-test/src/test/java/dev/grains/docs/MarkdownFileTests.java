package dev.grains.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownFileTests {

  @TempDir Path directory;

  @Test
  void findsBlocksAndTheirSources() throws IOException {
    MarkdownFile document =
        document(
            """
            # First, of two
            <!-- region: src/A.java#one -->
            ```java
            int a;
            ```
            ```java
            int b;
            ```
            ```
            not Java
            ```
            """);

    assertThat(document.blocks("java"))
        .containsExactly(
            new CodeBlock("sample.md:3", "int a;", "src/A.java", "one"),
            new CodeBlock("sample.md:6", "int b;", "", ""));
    assertThat(document.blocks("java").get(1).namesItsSource()).isFalse();
  }

  @Test
  void findsLinksAndAnchorsOutsideOfCode() throws IOException {
    MarkdownFile document =
        document(
            """
            # First, of `two` (2)
            [near](docs/a.md) and [far](https://example.org/) `[code](no.md)`
            ```
            # not a heading
            [code](no.md)
            ```
            [there](#below)
            """);

    assertThat(document.links())
        .containsExactly(new MarkdownFile.Link(2, "docs/a.md"), new MarkdownFile.Link(7, "#below"));
  }

  @Test
  void namesHeadingsAsLinksDo() throws IOException {
    assertThat(document("# One\n## What is *it*, then?\n").anchors())
        .containsExactly("one", "what-is-it-then");
  }

  @Test
  void regionIsWhatStandsBetweenItsMarks() throws IOException {
    Path source =
        Files.writeString(
            directory.resolve("A.java"),
            """
            class A {
              // tag::all[]
              int a;

              // tag::inner[]
              int b() {
                return a;
              }

              // end::inner[]
              // end::all[]
            }
            """);

    assertThat(SourceRegion.read(source, "inner")).isEqualTo("int b() {\n  return a;\n}");
    assertThat(SourceRegion.read(source, "all")).startsWith("int a;\n\nint b() {").endsWith("}");
    assertThatThrownBy(() -> SourceRegion.read(source, "none"))
        .hasMessageContaining("// tag::none[]")
        .hasMessageContaining("A.java");
  }

  private MarkdownFile document(String text) throws IOException {
    Path path = Path.of("sample.md");
    Files.writeString(directory.resolve(path), text);
    return new MarkdownFile(directory, path);
  }
}
