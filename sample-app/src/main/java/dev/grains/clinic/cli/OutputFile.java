package dev.grains.clinic.cli;

import dev.grains.clinic.files.FileReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A file that a command writes in the end. What can be known beforehand to go wrong is refused
 * before the work begins.
 *
 * @param path the file
 */
record OutputFile(Path path) {

  /** Writes what the file holds. */
  interface Content {

    void writeTo(Path path) throws IOException;
  }

  /**
   * Checks that a file can be written.
   *
   * @param path the file
   * @param input what the command reads and must not destroy, if there is such a file
   * @throws CommandFailure if it cannot
   */
  static OutputFile check(Path path, @Nullable Path input) {
    Path directory = path.toAbsolutePath().getParent();
    if (Files.isDirectory(path)) {
      throw new CommandFailure(path + " is a directory; name a file", null);
    }
    if (directory == null || !Files.isDirectory(directory)) {
      throw new CommandFailure(
          path + " cannot be written: the directory " + directory + " does not exist", null);
    }
    if (!Files.isWritable(Files.exists(path) ? path : directory)) {
      throw new CommandFailure(path + " cannot be written: permission denied", null);
    }
    if (input != null && same(path, input)) {
      throw new CommandFailure(path + " is the file that is read; name another one", null);
    }
    return new OutputFile(path);
  }

  private static boolean same(Path path, Path input) {
    try {
      return Files.exists(path) && Files.exists(input) && Files.isSameFile(path, input);
    } catch (IOException unknown) {
      throw new CommandFailure(path + " cannot be read: " + FileReason.of(unknown), unknown);
    }
  }

  /**
   * Writes it.
   *
   * @throws CommandFailure if that cannot be done
   */
  void write(Content content) {
    try {
      content.writeTo(path);
    } catch (IOException failure) {
      throw failed(failure);
    } catch (JacksonException failure) {
      if (failure.getCause() instanceof IOException cause) {
        throw failed(cause);
      }
      throw failure;
    }
  }

  private CommandFailure failed(IOException failure) {
    return new CommandFailure(path + " cannot be written: " + FileReason.of(failure), failure);
  }
}
