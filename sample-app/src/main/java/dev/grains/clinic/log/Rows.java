package dev.grains.clinic.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * The rows of a CSV file. Broken quoting costs the row that it begins in and no other: the parser
 * sees one row at a time, which goes on over the next lines only as long as a quote is open, and
 * not for ever.
 */
final class Rows {

  private static final char QUOTE = '"';
  static final int MOST_LINES = 100;
  private static final ObjectReader READER =
      CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build().readerFor(String[].class);

  private final Lines lines;
  private final ObjectReader reader;

  Rows(Lines lines, char delimiter) {
    this.lines = lines;
    reader =
        READER.with(CsvSchema.emptySchema().withColumnSeparator(delimiter).withQuoteChar(QUOTE));
  }

  /** A row as it stands in the file. */
  sealed interface Row {

    /** The number of its first line. */
    long line();

    /** Its text. */
    String text();
  }

  /** A row and its columns. */
  record Parsed(long line, String text, List<String> columns) implements Row {}

  /** A row that cannot be told into columns. */
  record Broken(long line, String text, String reason) implements Row {}

  /** The next row, or null at the end. Blank lines are none. */
  @Nullable Row next() throws IOException {
    Line first = lines.next();
    while (first != null && first.text().isBlank()) {
      first = lines.next();
    }
    return first == null ? null : row(first);
  }

  private Row row(Line first) throws IOException {
    if (!first.whole()) {
      return new Broken(first.number(), first.text(), "the line is too long");
    }
    List<String> columns = parse(first.text());
    if (columns != null) {
      return new Parsed(first.number(), first.text(), columns);
    }
    Row longer = opensQuote(first.text()) ? overSeveralLines(first) : null;
    return longer == null
        ? new Broken(first.number(), first.text(), "the quotes are broken")
        : longer;
  }

  private @Nullable Row overSeveralLines(Line first) throws IOException {
    StringBuilder text = new StringBuilder(first.text());
    List<Line> taken = new ArrayList<>();
    while (taken.size() < MOST_LINES) {
      Line line = lines.next();
      if (line == null) {
        break;
      }
      taken.add(line);
      text.append('\n').append(line.text());
      if (opensQuote(line.text())) {
        List<String> columns = line.whole() ? parse(text.toString()) : null;
        if (columns != null) {
          return new Parsed(first.number(), text.toString(), columns);
        }
        break;
      }
    }
    lines.giveBack(taken);
    return null;
  }

  // or closes one: an odd number of quotes changes whether one is open
  private static boolean opensQuote(String text) {
    return text.chars().filter(c -> c == QUOTE).count() % 2 == 1;
  }

  private @Nullable List<String> parse(String text) {
    try (MappingIterator<String[]> rows = reader.readValues(text)) {
      String[] columns = rows.next();
      return rows.hasNext() ? null : List.of(columns);
    } catch (JacksonException broken) {
      return null;
    }
  }
}
