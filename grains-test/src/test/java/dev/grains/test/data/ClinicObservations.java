package dev.grains.test.data;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** The observations that the sample ships, read once. Immutable. */
final class ClinicObservations {

  private static final Path FILE =
      Path.of("../sample-app/src/main/resources/data/nafld-events.csv.gz");

  private final List<Observation> rows;

  private ClinicObservations(List<Observation> rows) {
    this.rows = rows;
  }

  static ClinicObservations read() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(FILE)), UTF_8))) {
      return new ClinicObservations(reader.lines().skip(1).map(Observation::parse).toList());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE + " beside the module", e);
    }
  }

  /** All rows in the order of the file: by person, then by day. */
  List<Observation> rows() {
    return rows;
  }

  /** The person of each row, ordered by day: the keys as a clinic would see them arrive. */
  List<String> keysByDay() {
    return rows.stream()
        .sorted(Comparator.comparingInt(Observation::days))
        .map(Observation::person)
        .toList();
  }
}
