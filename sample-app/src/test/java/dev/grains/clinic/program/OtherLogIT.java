package dev.grains.clinic.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class OtherLogIT {

  private static final int CASES = 50;

  @TempDir Path directory;

  @Test
  @Timeout(300)
  void importsALogOfAnotherShape() throws Exception {
    Path log = Files.write(directory.resolve("log.csv"), lines());

    Program imported =
        Program.run(
            directory,
            "import",
            log.toString(),
            "--id-column=Fall",
            "--time-column=Zeit",
            "--name-column=Tätigkeit",
            "--value-column=Betrag",
            "--attributes",
            "--rejects=rejects.csv",
            "--json");
    JsonNode figures = imported.json();

    assertThat(figures.get("rows").asLong()).isEqualTo(2 * CASES + 4);
    assertThat(figures.get("recorded").asLong()).isEqualTo(2 * CASES);
    assertThat(figures.get("duplicates").asLong()).isEqualTo(1);
    assertThat(figures.get("rejected").asLong()).isEqualTo(3);
    assertThat(figures.get("patients").asLong()).isEqualTo(CASES);
    assertThat(figures.get("verified").asBoolean()).isTrue();
    assertThat(imported.err())
        .contains("log.csv:103: the quotes are broken")
        .contains("log.csv:104: 'gestern' is no time")
        .contains("log.csv:105: the row has 3 columns, the header 5");
    assertThat(directory.resolve("rejects.csv")).content().contains("ü0;gestern;Prüfung;;");
    assertThat(Program.run(directory, "show", "ü7").out())
        .contains("2011-09-30T22:38:44Z")
        .contains("Prüfung; \"neu\"")
        .contains("7.5")
        .contains("李");
  }

  private static List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add("Fall;Zeit;Tätigkeit;Betrag;\"Wer; wo\"");
    for (int i = 0; i < CASES; i++) {
      lines.add("ü" + i + ";2011-10-01T00:38:44+02:00;\"Prüfung; \"\"neu\"\"\";" + i + ".5;李");
      lines.add("ü" + i + ";2011-09-01 08:00:00;Anfang;;");
    }
    lines.add("ü0;2011-09-01 08:00:00;Anfang;;");
    lines.add("ü0;2011-09-01;\"Prüfung;;");
    lines.add("ü0;gestern;Prüfung;;");
    lines.add("ü0;2011-09-01;Prüfung");
    return lines;
  }
}
