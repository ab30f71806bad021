package dev.grains.clinic.log;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** Reads a log row by row, as UTF-8, packed with gzip or not. Confined to a thread. */
final class LogReader {

  private static final String DELIMITERS = ",;\t|";
  private static final int GZIP = 0x1f8b;
  private static final int BUFFER = 1 << 16;

  private final Rows rows;
  private final Columns columns;

  LogReader(InputStream in, LogFormat format) throws IOException {
    Lines lines = new Lines(new InputStreamReader(unpacked(in), UTF_8));
    rows = new Rows(lines, delimiter(lines, format));
    Rows.Row header = rows.next();
    if (header == null) {
      throw new UnreadableLog("the log is empty: its first line must name its columns", null);
    }
    if (!(header instanceof Rows.Parsed parsed)) {
      throw new UnreadableLog("the log does not begin with the names of its columns", null);
    }
    columns = new Columns(parsed.columns(), format);
  }

  private static InputStream unpacked(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, BUFFER);
    buffered.mark(2);
    int magic = buffered.read() << 8 | buffered.read();
    buffered.reset();
    return magic == GZIP ? new GZIPInputStream(buffered, BUFFER) : buffered;
  }

  private static char delimiter(Lines lines, LogFormat format) throws IOException {
    if (format.delimiter() != null) {
      return format.delimiter();
    }
    Line header = lines.next();
    if (header == null) {
      return DELIMITERS.charAt(0);
    }
    lines.giveBack(List.of(header));
    return DELIMITERS
        .chars()
        .mapToObj(c -> (char) c)
        .max(Comparator.comparingLong(delimiter -> count(header.text(), delimiter)))
        .orElseThrow();
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  /** What a row is found to be. */
  interface Findings {

    void good(Entry entry);

    void bad(BadRow row);
  }

  /** Reads a row; false at the end. */
  boolean next(Findings findings) throws IOException {
    Rows.@Nullable Row row = rows.next();
    if (row instanceof Rows.Parsed parsed) {
      tell(parsed, findings);
    } else if (row instanceof Rows.Broken broken) {
      findings.bad(new BadRow(broken.line(), broken.reason(), broken.text()));
    }
    return row != null;
  }

  private void tell(Rows.Parsed row, Findings findings) {
    Entry entry;
    try {
      entry = columns.read(row);
    } catch (IllegalArgumentException bad) {
      findings.bad(new BadRow(row.line(), String.valueOf(bad.getMessage()), row.text()));
      return;
    }
    findings.good(entry);
  }
}
