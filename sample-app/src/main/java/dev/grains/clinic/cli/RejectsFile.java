package dev.grains.clinic.cli;

import dev.grains.clinic.log.BadRow;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/** A CSV file of bad rows: where each stands, what is wrong with it, and its text. */
final class RejectsFile {

  private static final CsvSchema SCHEMA =
      CsvSchema.builder()
          .addColumn("line")
          .addColumn("reason")
          .addColumn("text")
          .setUseHeader(true)
          .build();

  private RejectsFile() {}

  static void write(Path file, List<BadRow> rows) {
    try (SequenceWriter writer =
        new CsvMapper().writerFor(BadRow.class).with(SCHEMA).writeValues(file)) {
      writer.writeAll(rows);
    } catch (JacksonException e) {
      throw new CommandFailure(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
