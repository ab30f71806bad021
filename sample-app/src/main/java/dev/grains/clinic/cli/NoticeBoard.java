package dev.grains.clinic.cli;

import dev.grains.clinic.files.FileReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The notices of the clusters that run on this machine for this user, one file for each. They are
 * nobody else's business: whoever knows the name of a cluster can call its grains.
 */
final class NoticeBoard {

  private static final String SUFFIX = ".json";
  private static final Set<PosixFilePermission> PRIVATE =
      PosixFilePermissions.fromString("rwx------");

  private final Path directory;

  NoticeBoard(Path directory) {
    this.directory = directory;
  }

  /** The board of this user. */
  static NoticeBoard ofUser() {
    return new NoticeBoard(
        Path.of(System.getProperty("java.io.tmpdir"), "clinic-" + System.getProperty("user.name")));
  }

  /** A notice on the board, until it is closed. */
  record Posted(Path file) implements AutoCloseable {

    @Override
    public void close() {
      try {
        Files.deleteIfExists(file);
      } catch (IOException stays) {
        // nobody believes it: its process is gone
      }
    }
  }

  /** Puts a notice up, in one piece; it takes the place of an earlier one of this process. */
  Posted post(ClusterNotice notice) {
    Path file = directory.resolve(notice.pid() + SUFFIX);
    try {
      open();
      Path draft = Files.createTempFile(directory, "notice", ".draft");
      Files.write(draft, JsonMapper.shared().writeValueAsBytes(notice));
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      return new Posted(file);
    } catch (IOException failure) {
      throw new CommandFailure(
          file + " cannot be written: " + FileReason.of(failure) + "; 'clinic cluster' needs it",
          failure);
    }
  }

  private void open() throws IOException {
    Files.createDirectories(directory);
    if (!ours()) {
      throw new IOException("the directory belongs to somebody else");
    }
    if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(directory, PRIVATE);
    }
  }

  // in a directory that everybody writes to, somebody may have been faster
  private boolean ours() throws IOException {
    return Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)
        && Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS).equals(self());
  }

  // names do not do: one may end like another, and in a container a user may have none
  private static UserPrincipal self() throws IOException {
    Path probe = Files.createTempFile("clinic", null);
    try {
      return Files.getOwner(probe);
    } finally {
      Files.delete(probe);
    }
  }

  /** The notices of clusters that run, the newest first. */
  List<ClusterNotice> running() {
    List<ClusterNotice> notices = new ArrayList<>();
    try {
      if (!Files.exists(directory) || !ours()) {
        return notices;
      }
      try (Stream<Path> files = Files.list(directory)) {
        for (Path file : files.filter(path -> path.toString().endsWith(SUFFIX)).toList()) {
          ClusterNotice notice = read(file);
          if (notice == null || !notice.running()) {
            Files.deleteIfExists(file);
          } else {
            notices.add(notice);
          }
        }
      }
    } catch (IOException failure) {
      throw new CommandFailure(directory + " cannot be read: " + FileReason.of(failure), failure);
    }
    notices.sort(
        Comparator.comparing(
            ClusterNotice::started, Comparator.nullsFirst(Comparator.reverseOrder())));
    return notices;
  }

  private static @Nullable ClusterNotice read(Path file) {
    try {
      return JsonMapper.shared().readValue(file, ClusterNotice.class);
    } catch (JacksonException gone) {
      return null;
    }
  }
}
