package dev.grains.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The directory that holds all modules and documents. */
final class Repository {

  static final Path ROOT = root();

  private static final Set<String> NOT_OURS = Set.of("target", ".git", "node_modules");

  private Repository() {}

  static List<MarkdownFile> documents() {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> file.toString().endsWith(".md"))
          .map(ROOT::relativize)
          .filter(file -> !isInside(file, NOT_OURS))
          .sorted()
          .map(file -> new MarkdownFile(ROOT, file))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isInside(Path file, Set<String> directories) {
    return Stream.iterate(file, path -> path != null, Path::getParent)
        .anyMatch(path -> directories.contains(path.getFileName().toString()));
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
}
