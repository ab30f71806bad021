package dev.grains.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The hand-written Java files of all modules. */
final class SourceFiles {

  static final Path ROOT = root();

  static final List<Path> ALL = walk();

  private SourceFiles() {}

  static List<Path> inMain() {
    return ALL.stream().filter(file -> file.toString().contains("/src/main/java/")).toList();
  }

  static String moduleOf(Path file) {
    return ROOT.relativize(file).getName(0).toString();
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    Path directory = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(directory.resolve(".mvn"))) {
      directory = directory.getParent();
      if (directory == null) {
        throw new IllegalStateException("run the tests inside the repository");
      }
    }
    return directory;
  }

  private static List<Path> walk() {
    try (Stream<Path> files =
        Files.find(ROOT, 30, (file, attributes) -> attributes.isRegularFile())) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> ROOT.relativize(file).toString().contains("src/"))
          .filter(file -> !ROOT.relativize(file).toString().contains("target/"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
