package dev.grains.clinic.log;

import dev.grains.clinic.files.FileReason;
import dev.grains.clinic.files.SpillSpace;
import dev.grains.clinic.files.SpillingSort;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/** A log, put in the order of time whether it fits into memory or not. */
public final class EventLog implements AutoCloseable {

  private final SpillingSort<Entry> entries;
  private final SpillingSort<BadRow> badRows;
  private long unreadable;

  private EventLog(SpillSpace space) {
    entries =
        new SpillingSort<>(
            Entry.class,
            Entry::weight,
            Comparator.comparing(entry -> entry.observation().at()),
            space);
    badRows =
        new SpillingSort<>(
            BadRow.class, BadRow::weight, Comparator.comparingLong(BadRow::line), space);
  }

  /**
   * Reads a file, as UTF-8, packed with gzip or not.
   *
   * @param file the file
   * @param format where its columns are
   * @param limit how many rows are read at most
   * @param space where it is put in order
   * @return the log
   * @throws UnreadableLog if the file cannot be read to its end, or lacks a column
   */
  public static EventLog read(Path file, LogFormat format, long limit, SpillSpace space) {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, format, limit, space);
    } catch (IOException e) {
      throw new UnreadableLog(file + " cannot be read: " + FileReason.of(e), e);
    } catch (UnreadableLog none) {
      throw new UnreadableLog(file + ": " + none.getMessage(), none);
    }
  }

  /**
   * Reads a stream, as UTF-8, packed with gzip or not.
   *
   * @param in the stream; it stays open
   * @param format where its columns are
   * @param limit how many rows are read at most
   * @param space where it is put in order
   * @return the log
   * @throws IOException if the stream cannot be read to its end
   * @throws UnreadableLog if it lacks a column
   */
  public static EventLog read(InputStream in, LogFormat format, long limit, SpillSpace space)
      throws IOException {
    EventLog log = new EventLog(space);
    try {
      log.fill(new LogReader(in, format), limit);
      return log;
    } catch (IOException | RuntimeException failure) {
      log.close();
      throw failure;
    }
  }

  private void fill(LogReader reader, long limit) throws IOException {
    LogReader.Findings sorted =
        new LogReader.Findings() {
          @Override
          public void good(Entry entry) {
            entries.add(entry);
          }

          @Override
          public void bad(BadRow row) {
            badRows.add(row);
          }
        };
    boolean more = true;
    while (more && entries.size() + badRows.size() < limit) {
      more = reader.next(sorted);
    }
    unreadable = badRows.size();
  }

  /** The good rows by time, those of the same time as they stand in the file. */
  public Iterable<Entry> entries() {
    return entries;
  }

  /** How many good rows there are. */
  public long goodRows() {
    return entries.size();
  }

  /** How many rows could not be read. */
  public long unreadableRows() {
    return unreadable;
  }

  /** Sets a row aside that its patient has refused. Thread-safe. */
  public void refuse(BadRow row) {
    badRows.add(row);
  }

  /** The rows that could not be read or were refused, as they stand in the file. */
  public Iterable<BadRow> badRows() {
    return badRows;
  }

  /** How many rows could not be read or were refused. */
  public long badRowCount() {
    return badRows.size();
  }

  @Override
  public void close() {
    entries.close();
    badRows.close();
  }
}
