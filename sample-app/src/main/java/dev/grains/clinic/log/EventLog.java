package dev.grains.clinic.log;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * A log, held in memory so that it can be told in the order of time.
 *
 * @param entries the good rows by time, those of the same time as they stand in the file
 * @param badRows the bad rows as they stand in the file
 */
public record EventLog(List<Entry> entries, List<BadRow> badRows) {

  private static final String DELIMITERS = ",;\t|";
  private static final int GZIP = 0x1f8b;

  /** Copies the lists. */
  public EventLog {
    entries = List.copyOf(entries);
    badRows = List.copyOf(badRows);
  }

  /**
   * Reads a file, as UTF-8, packed with gzip or not.
   *
   * @param file the file
   * @param format where its columns are
   * @param limit how many rows are read at most
   * @return the log
   * @throws UnreadableLog if the file cannot be read to its end, or lacks a column
   */
  public static EventLog read(Path file, LogFormat format, long limit) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, format, limit);
    } catch (IOException e) {
      throw new UnreadableLog(file + " cannot be read: " + e, e);
    }
  }

  /**
   * Reads a stream, as UTF-8, packed with gzip or not.
   *
   * @param in the stream; it stays open
   * @param format where its columns are
   * @param limit how many rows are read at most
   * @return the log
   * @throws IOException if the stream cannot be read to its end
   * @throws UnreadableLog if it lacks a column
   */
  public static EventLog read(InputStream in, LogFormat format, long limit) throws IOException {
    Lines lines = new Lines(new InputStreamReader(unpacked(in), StandardCharsets.UTF_8));
    Rows rows = new Rows(lines, delimiter(lines, format));
    if (!(rows.next() instanceof Rows.Parsed header)) {
      throw new UnreadableLog("the log does not begin with the names of its columns", null);
    }
    Columns columns = new Columns(header.columns(), format);
    List<Entry> entries = new ArrayList<>();
    List<BadRow> badRows = new ArrayList<>();
    Rows.Row row;
    while (entries.size() + badRows.size() < limit && (row = rows.next()) != null) {
      sort(row, columns, entries, badRows);
    }
    entries.sort(Comparator.comparing(entry -> entry.observation().at()));
    return new EventLog(entries, badRows);
  }

  private static InputStream unpacked(InputStream in) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
    buffered.mark(2);
    int magic = buffered.read() << 8 | buffered.read();
    buffered.reset();
    return magic == GZIP ? new GZIPInputStream(buffered, 1 << 16) : buffered;
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

  private static void sort(
      Rows.Row row, Columns columns, List<Entry> entries, List<BadRow> badRows) {
    if (row instanceof Rows.Parsed parsed) {
      try {
        entries.add(columns.read(parsed));
      } catch (IllegalArgumentException bad) {
        badRows.add(new BadRow(row.line(), String.valueOf(bad.getMessage()), row.text()));
      }
    } else if (row instanceof Rows.Broken broken) {
      badRows.add(new BadRow(row.line(), broken.reason(), row.text()));
    }
  }

  /** How many rows the log has, good and bad. */
  public long rows() {
    return (long) entries.size() + badRows.size();
  }
}
