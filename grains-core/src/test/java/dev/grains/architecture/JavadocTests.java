package dev.grains.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavadocTests {

  private static final Set<String> DOCUMENTED =
      Set.of(
          "dev.grains",
          "dev.grains.annotation",
          "dev.grains.spi",
          "dev.grains.jdbc",
          "dev.grains.test",
          "dev.grains.spring");

  @Test
  void everythingThatUsersCompileAgainstIsExplained() {
    List<Path> files =
        SourceFiles.inMain().stream().filter(file -> DOCUMENTED.contains(packageOf(file))).toList();

    assertThat(files).hasSizeGreaterThan(30);
    assertThat(MissingJavadoc.in(files)).isEmpty();
  }

  @Test
  void whatIsNotExplainedIsFound(@TempDir Path directory) throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("Sample.java"),
            """
            /** Undated. */
            public record Sample(int component) {
              public static final int CONSTANT = 1;
              public Sample {}
              public interface Nested {
                void method();
                private void hidden() {}
              }
              @Override
              public String toString() {
                return "explained by Object";
              }
              /** Explained. */
              protected enum Kind { BARE }
              void hidden() {}
            }
            class Hidden {
              public void method() {}
            }
            """);

    assertThat(MissingJavadoc.in(List.of(file)))
        .containsExactly(
            "Sample does not say @since when it exists",
            "Sample#CONSTANT has no javadoc",
            "Sample#<init> has no javadoc",
            "Sample.Nested has no javadoc",
            "Sample.Nested#method has no javadoc",
            "Sample.Kind#BARE has no javadoc");
  }

  private static String packageOf(Path file) {
    String path = file.getParent().toString();
    return path.substring(path.indexOf("/src/main/java/") + "/src/main/java/".length())
        .replace('/', '.');
  }
}
