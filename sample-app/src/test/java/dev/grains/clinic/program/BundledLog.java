package dev.grains.clinic.program;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.grains.clinic.intake.Recount;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** The log that is shipped with the clinic. */
final class BundledLog {

  private static final String NAME = "/data/nafld-events.csv.gz";

  private BundledLog() {}

  /** Counts its first rows without the program. */
  static Recount recount(long rows) throws IOException {
    try (InputStream in = open()) {
      return Recount.of(in, rows);
    }
  }

  /** Copies all of it into a file. */
  static Path copyTo(Path directory) throws IOException {
    Path file = directory.resolve("nafld-events.csv.gz");
    try (InputStream in = open()) {
      Files.copy(in, file);
    }
    return file;
  }

  /** Writes its first rows into a file. */
  static Path write(Path directory, long rows) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(new GZIPInputStream(open()), UTF_8))) {
      List<String> lines = reader.lines().limit(rows + 1).toList();
      return Files.write(directory.resolve("first-rows.csv"), lines);
    }
  }

  private static InputStream open() {
    return Objects.requireNonNull(BundledLog.class.getResourceAsStream(NAME), NAME);
  }
}
