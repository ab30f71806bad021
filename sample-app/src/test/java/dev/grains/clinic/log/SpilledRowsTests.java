package dev.grains.clinic.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.clinic.domain.Observation;
import dev.grains.clinic.files.SpillSpace;
import dev.grains.clinic.files.SpillingSort;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows come back from files as they went there. */
class SpilledRowsTests {

  @TempDir Path directory;

  private SpillingSort<Entry> entries() {
    return new SpillingSort<>(
        Entry.class,
        Entry::weight,
        Comparator.comparingLong(Entry::line),
        new SpillSpace(directory, 0));
  }

  private SpillingSort<BadRow> badRows() {
    return new SpillingSort<>(
        BadRow.class,
        BadRow::weight,
        Comparator.comparingLong(BadRow::line),
        new SpillSpace(directory, 0));
  }

  private static Entry entry(Observation observation) {
    return new Entry(1, "1", observation, "1,2");
  }

  private static Entry entry(Instant at, Double value) {
    return entry(Observation.of(at, "lab", "hdl", value));
  }

  private void comesBack(Entry entry) {
    try (SpillingSort<Entry> sort = entries()) {
      sort.add(entry);

      assertThat(sort).singleElement().isEqualTo(entry).as("read from a file").isNotSameAs(entry);
    }
  }

  private void comesBack(BadRow row) {
    try (SpillingSort<BadRow> sort = badRows()) {
      sort.add(row);

      assertThat(sort).singleElement().isEqualTo(row).as("read from a file").isNotSameAs(row);
    }
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      doubles = {
        0,
        -0.0,
        0.1,
        1.0 / 3,
        1e22,
        1e23,
        9_007_199_254_740_993.0,
        Double.MIN_VALUE,
        Double.MIN_NORMAL,
        Double.MAX_VALUE,
        -Double.MAX_VALUE
      })
  void keepValues(Double value) {
    comesBack(entry(Instant.EPOCH, value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1000000000-01-01T00:00:00Z",
        "-0004-02-29T23:59:59.000000001Z",
        "0000-01-01T00:00:00Z",
        "1969-12-31T23:59:59.999999999Z",
        "2000-01-01T00:00:00.100Z",
        "+1000000000-12-31T23:59:59.999999999Z"
      })
  void keepTimes(String at) {
    comesBack(entry(Instant.parse(at), 1.0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "{\"line\":1}",
        "a,\"b \"\" c\",'d'\\",
        "a\nb\r\nc\td\be\u0000\u001f\u007f",
        "\u00e9\u20ac\u2028\u2029\ufeff\uffff",
        "\ud83d\ude00",
        "half a pair \ud83d",
        "\ude00 and the other half, \ud83d..."
      })
  void keepTexts(String text) {
    comesBack(new BadRow(Long.MAX_VALUE, text, text));
    comesBack(new Entry(Long.MIN_VALUE, text, entry(Instant.MIN, 1.0).observation(), text));
  }

  @Test
  void keepAttributesInTheirOrder() {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (String name : List.of("z", "a", "\"", "\n,", "\ud83d\ude00", "line", "null", "b")) {
      attributes.put(name, attributes.isEmpty() ? "" : name.repeat(300));
    }
    Entry entry = entry(new Observation(Instant.EPOCH, "lab", "hdl", 1.0, attributes));

    try (SpillingSort<Entry> sort = entries()) {
      sort.add(entry);

      Entry read = sort.iterator().next();
      assertThat(read).isEqualTo(entry).isNotSameAs(entry);
      assertThat(read.observation().attributes()).containsExactlyEntriesOf(attributes);
    }
  }

  @Test
  void keepTheLongestRowThatALogCanHave() {
    String line = "\"".repeat(Lines.LONGEST);
    String text = String.join("\n,", Collections.nCopies(Rows.MOST_LINES + 1, line));

    comesBack(new BadRow(1, "too long", text));
  }
}
