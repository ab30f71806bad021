package dev.grains.spring.thirdparty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A local Maven repository that has the artifacts of this build, and shares everything else with
 * the one of whoever builds: nothing of ours ever gets there.
 */
final class PrivateRepository {

  private static final String VERSION = "0.1.0-SNAPSHOT";
  private static final List<String> MODULES =
      List.of(
          "grains-core",
          "grains-test",
          "grains-jdbc",
          "grains-spring:grains-spring-boot-starter",
          "grains-spring-test:grains-spring-boot-starter-test");

  private final Path root;

  private PrivateRepository(Path root) {
    this.root = root;
  }

  /**
   * Fills a repository.
   *
   * @param root where, an empty directory
   * @param shared the repository to share
   * @param sources the root of this build
   * @param target the name of the directories that it builds into
   */
  static PrivateRepository create(Path root, Path shared, Path sources, String target)
      throws IOException {
    link(shared, root, "dev");
    link(shared.resolve("dev"), root.resolve("dev"), "grains");
    PrivateRepository repository = new PrivateRepository(root);
    repository.install(sources.resolve("pom.xml"), "grains-parent", "pom");
    repository.install(sources.resolve("grains-bom/pom.xml"), "grains-bom", "pom");
    for (String module : MODULES) {
      String folder = module.split(":")[0];
      String artifact = module.substring(module.indexOf(':') + 1);
      repository.install(sources.resolve(folder).resolve("pom.xml"), artifact, "pom");
      Path jar = sources.resolve(folder).resolve(target).resolve(artifact + "-" + VERSION + ".jar");
      repository.install(jar, artifact, "jar");
    }
    return repository;
  }

  private static void link(Path shared, Path root, String ours) throws IOException {
    Files.createDirectories(root);
    if (!Files.isDirectory(shared)) {
      return;
    }
    try (Stream<Path> children = Files.list(shared)) {
      for (Path child : children.toList()) {
        if (!child.getFileName().toString().equals(ours)) {
          Files.createSymbolicLink(root.resolve(child.getFileName()), child.toAbsolutePath());
        }
      }
    }
  }

  private void install(Path file, String artifact, String type) throws IOException {
    Path directory = root.resolve("dev/grains").resolve(artifact).resolve(VERSION);
    Files.createDirectories(directory);
    Files.copy(file, directory.resolve(artifact + "-" + VERSION + "." + type));
  }

  Path root() {
    return root;
  }
}
