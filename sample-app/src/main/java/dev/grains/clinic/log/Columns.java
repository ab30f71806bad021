package dev.grains.clinic.log;

import dev.grains.GrainId;
import dev.grains.clinic.domain.Observation;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns of one log, and what its rows say. */
final class Columns {

  private static final int NONE = -1;
  private static final int MOST_WORDS = 10_000;
  private static final int SHOWN = 200;

  private final List<String> names;
  private final int id;
  private final int time;
  private final int name;
  private final int kind;
  private final int value;
  private final List<Integer> others;
  private final Map<String, String> words = new HashMap<>();

  Columns(List<String> header, LogFormat format) {
    names = header.stream().map(String::strip).toList();
    id = index(format.id());
    time = index(format.time());
    name = index(format.name());
    kind = format.kind() == null ? names.indexOf("kind") : index(format.kind());
    value = format.value() == null ? names.indexOf("value") : index(format.value());
    Set<Integer> known = Stream.of(id, time, name, kind, value).collect(Collectors.toSet());
    others =
        IntStream.range(0, names.size())
            .boxed()
            .filter(column -> format.attributes() && !known.contains(column))
            .filter(column -> !names.get(column).isEmpty())
            .toList();
  }

  private int index(String column) {
    int index = names.indexOf(column);
    if (index < 0) {
      throw new UnreadableLog(
          "there is no column '" + column + "', the columns are " + shown(names.toString()), null);
    }
    if (names.lastIndexOf(column) != index) {
      throw new UnreadableLog("there are several columns '" + column + "'", null);
    }
    return index;
  }

  // it may be no text at all
  private static String shown(String text) {
    String plain = text.replaceAll("\\p{Cntrl}", "?");
    return plain.length() <= SHOWN ? plain : plain.substring(0, SHOWN) + "...";
  }

  /**
   * Reads a row.
   *
   * @throws IllegalArgumentException if it is no observation
   */
  Entry read(Rows.Parsed row) {
    List<String> cells = row.columns();
    if (cells.size() != names.size()) {
      throw new IllegalArgumentException(
          "the row has " + cells.size() + " columns, the header " + names.size());
    }
    String patient = required(cells, id);
    Instant at = LogTime.parse(required(cells, time));
    if (at == null) {
      throw new IllegalArgumentException("'" + shown(cells.get(time)) + "' is no time");
    }
    new GrainId("patient", patient); // refuses what cannot be a key
    return new Entry(row.line(), patient, observation(at, cells), row.text());
  }

  private String required(List<String> cells, int column) {
    String cell = cells.get(column).strip();
    if (cell.isEmpty()) {
      throw new IllegalArgumentException("the column '" + names.get(column) + "' is empty");
    }
    return cell;
  }

  private Observation observation(Instant at, List<String> cells) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int column : others) {
      if (!cells.get(column).isEmpty()) {
        attributes.put(names.get(column), cells.get(column));
      }
    }
    String kindOfRow = kind == NONE ? "" : cells.get(kind).strip();
    return new Observation(
        at,
        kindOfRow.isEmpty() ? Observation.DIAGNOSIS : shared(kindOfRow),
        shared(cells.get(name).strip()),
        value == NONE ? null : number(cells.get(value).strip()),
        attributes);
  }

  // a log says the same few words again and again
  private String shared(String text) {
    return words.size() < MOST_WORDS
        ? words.computeIfAbsent(text, Function.identity())
        : words.getOrDefault(text, text);
  }

  private static @Nullable Double number(String text) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      return new BigDecimal(text).doubleValue();
    } catch (NumberFormatException none) {
      throw new IllegalArgumentException("'" + shown(text) + "' is no number");
    }
  }
}
