package dev.grains.clinic.files;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import java.util.zip.ZipException;

/** Says to people why a file cannot be read or written. */
public final class FileReason {

  private FileReason() {}

  /** The reason, without the name of the file. */
  public static String of(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "it, or its directory, does not exist";
    }
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof FileAlreadyExistsException || failure instanceof NotDirectoryException) {
      return "it is no directory";
    }
    if (failure instanceof ZipException || failure instanceof EOFException) {
      return "it is not a whole gzip file (" + failure.getMessage() + ")";
    }
    String reason =
        failure instanceof FileSystemException inFileSystem
            ? inFileSystem.getReason()
            : failure.getMessage();
    return reason == null ? failure.toString() : lowerFirst(reason);
  }

  private static String lowerFirst(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
