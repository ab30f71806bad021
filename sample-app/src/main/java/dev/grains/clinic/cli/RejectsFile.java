package dev.grains.clinic.cli;

import dev.grains.clinic.log.BadRow;
import java.io.Writer;
import java.nio.file.Files;
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

  static void write(OutputFile file, Iterable<BadRow> rows) {
    file.write(
        path -> {
          try (Writer out = Files.newBufferedWriter(path);
              SequenceWriter writer =
                  new CsvMapper().writerFor(BadRow.class).with(SCHEMA).writeValues(out)) {
            writer.writeAll(rows);
          }
        });
  }
}
