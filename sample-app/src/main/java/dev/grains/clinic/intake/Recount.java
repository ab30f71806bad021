package dev.grains.clinic.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * What the bundled log says, counted without anything that the intake uses: no CSV reader, no
 * grain, no rule of the domain. It knows this one file, whose columns are plain.
 *
 * @param rows how many rows there are
 * @param recorded how many of them are new
 * @param duplicates how many repeat an earlier one to the letter
 * @param rejected how many are blood pressures that nobody has
 * @param facts what each patient must show
 */
public record Recount(
    long rows, long recorded, long duplicates, long rejected, Map<String, Set<Fact>> facts) {

  /**
   * Counts.
   *
   * @param packed the log, packed with gzip; it stays open
   * @param limit how many rows are counted at most
   */
  public static Recount of(InputStream packed, long limit) throws IOException {
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8));
    reader.readLine(); // the names of the columns
    Set<String> seen = new HashSet<>();
    Map<String, Set<Fact>> facts = new HashMap<>();
    long rows = 0;
    long rejected = 0;
    for (String row = reader.readLine(); row != null && rows < limit; row = reader.readLine()) {
      rows++;
      String[] cells = row.split(",", -1);
      if (cells[3].equals("sbp") && impossible(Double.parseDouble(cells[4]))) {
        rejected++;
      } else if (seen.add(row)) {
        facts.computeIfAbsent(cells[0], patient -> new HashSet<>()).add(fact(cells));
      }
    }
    return new Recount(rows, seen.size(), rows - rejected - seen.size(), rejected, facts);
  }

  private static boolean impossible(double pressure) {
    return pressure < 30 || pressure > 300;
  }

  private static Fact fact(String[] cells) {
    return new Fact(
        LocalDate.of(2000, 1, 1)
            .plusDays(Long.parseLong(cells[1]))
            .atStartOfDay()
            .toInstant(ZoneOffset.UTC),
        cells[2],
        cells[3],
        cells[4].isEmpty() ? null : Double.valueOf(cells[4]));
  }

  /** How many patients have at least one valid row. */
  public long patients() {
    return facts.size();
  }
}
