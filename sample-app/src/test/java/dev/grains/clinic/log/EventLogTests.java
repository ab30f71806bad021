package dev.grains.clinic.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.grains.clinic.domain.Observation;
import dev.grains.clinic.files.SpillSpace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventLogTests {

  private static final LogFormat WITH_ATTRIBUTES =
      new LogFormat("id", "days", "name", "kind", "value", true, null);

  private static final Path TEMP = Path.of(System.getProperty("java.io.tmpdir"));
  private static final SpillSpace ROOMY = SpillSpace.in(TEMP);

  /** Has room for one row in memory, if at all. */
  private static final SpillSpace NARROW = new SpillSpace(TEMP, 400);

  private static EventLog read(LogFormat format, String... lines) {
    return read(format, String.join("\n", lines).getBytes(UTF_8));
  }

  private static EventLog read(LogFormat format, byte[] file) {
    try {
      return EventLog.read(new ByteArrayInputStream(file), format, Long.MAX_VALUE, NARROW);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EventLog read(String... rows) {
    return read(
        LogFormat.BUNDLED,
        "id,days,kind,name,value\n" + Arrays.stream(rows).collect(Collectors.joining("\n")));
  }

  @Test
  void readsTheBundledLog() throws IOException {
    try (InputStream in = EventLog.class.getResourceAsStream("/data/nafld-events.csv.gz");
        EventLog log = EventLog.read(in, LogFormat.BUNDLED, Long.MAX_VALUE, ROOMY)) {
      assertThat(log.goodRows()).isEqualTo(239_775);
      assertThat(log.badRows()).isEmpty();
      assertThat(StreamSupport.stream(log.entries().spliterator(), false).map(Entry::patient))
          .hasSize(239_775)
          .satisfies(patients -> assertThat(new HashSet<>(patients)).hasSize(15_919));
    }
  }

  @Test
  void putsRowsInTheOrderOfTime() {
    EventLog log = read("a,3,lab,x,1", "b,-1,lab,x,2", "c,3,lab,x,3", "d,0,lab,x,4");

    assertThat(log.entries()).extracting(Entry::patient).containsExactly("b", "d", "a", "c");
    assertThat(log.entries()).extracting(Entry::line).containsExactly(3L, 5L, 2L, 4L);
  }

  @Test
  void readsTheParts() {
    EventLog log = read("a,1,lab,hdl,75.5", "a,2,event,stroke,");

    assertThat(log.entries())
        .extracting(Entry::observation)
        .containsExactly(
            Observation.of(Instant.parse("2000-01-02T00:00:00Z"), "lab", "hdl", 75.5),
            Observation.of(Instant.parse("2000-01-03T00:00:00Z"), "event", "stroke", null));
  }

  @Test
  void readsNoMoreThanAskedFor() throws IOException {
    InputStream in =
        new ByteArrayInputStream(
            "id,days,kind,name,value\na,1,lab,x,1\nb,,lab,x,1\nc,1,lab,x,1".getBytes(UTF_8));

    EventLog log = EventLog.read(in, LogFormat.BUNDLED, 2, NARROW);

    assertThat(log.entries()).hasSize(1);
    assertThat(log.badRows()).hasSize(1);
  }

  @Nested
  class BadRows {

    @Test
    void areSetAsideWithLineAndReason() {
      EventLog log =
          read(
              "a,1,lab,x,1",
              ",1,lab,x,1",
              "b,,lab,x,1",
              "b,soon,lab,x,1",
              "b,1,lab,x,many",
              "b,1,lab,x",
              "b,1,lab,x,1,2",
              "b,1,lab, ,1",
              "b,1,lab,x,1e999",
              "",
              "z,1,lab,x,1");

      assertThat(log.entries()).extracting(Entry::line).containsExactly(2L, 12L);
      assertThat(log.badRows())
          .extracting(bad -> bad.line() + ": " + bad.reason())
          .containsExactly(
              "3: the column 'id' is empty",
              "4: the column 'days' is empty",
              "5: 'soon' is no time",
              "6: 'many' is no number",
              "7: the row has 4 columns, the header 5",
              "8: the row has 6 columns, the header 5",
              "9: the name of an observation must not be blank",
              "10: a value must be a finite number, was Infinity");
      assertThat(log.badRows()).element(3).returns("b,1,lab,x,many", BadRow::text);
    }

    @Test
    void keepTheirPatientsWithinTheKeysOfGrains() {
      EventLog log = read("x".repeat(513) + ",1,lab,x,1");

      assertThat(log.badRows())
          .singleElement()
          .satisfies(bad -> assertThat(bad.reason()).contains("has 513 characters"));
    }

    @Test
    void costNobodyElseTheRowWhenAQuoteIsNeverClosed() {
      EventLog log = read("a,1,lab,\"x,1", "b,1,lab,x,1", "c,1,lab,x,1");

      assertThat(log.entries()).extracting(Entry::patient).containsExactly("b", "c");
      assertThat(log.badRows())
          .containsExactly(new BadRow(2, "the quotes are broken", "a,1,lab,\"x,1"));
    }

    @Test
    void costNobodyElseTheRowWhenAnotherRowIsQuoted() {
      EventLog log =
          read(
              "a,1,lab,\"x,1",
              "b,1,lab,\"y\",1",
              "c,1,lab,z\",1",
              "d,1,lab,\"w\"w,1",
              "e,1,lab,x,1");

      assertThat(log.entries()).extracting(Entry::patient).containsExactly("b", "c", "e");
      assertThat(log.badRows()).extracting(BadRow::line).containsExactly(2L, 5L);
    }

    @Test
    void areCutOffWhenTheyAreEndless() {
      EventLog log = read("a,1,lab," + "x".repeat(300_000) + ",1", "b,1,lab,x,1");

      assertThat(log.entries()).extracting(Entry::patient).containsExactly("b");
      assertThat(log.badRows())
          .singleElement()
          .satisfies(bad -> assertThat(bad.reason()).isEqualTo("the line is too long"))
          .satisfies(bad -> assertThat(bad.text()).hasSize(1 << 18));
    }
  }

  @Nested
  class Shapes {

    @Test
    void quotesHoldDelimitersQuotesAndLineBreaks() {
      EventLog log =
          read("a,1,lab,\"x, \"\"y\"\"\",1", "a,2,lab,\"two\r\nlines\",1", "a,3,lab,x,1");

      assertThat(log.badRows()).isEmpty();
      assertThat(log.entries())
          .extracting(entry -> entry.observation().name())
          .containsExactly("x, \"y\"", "two\nlines", "x");
      assertThat(log.entries()).extracting(Entry::line).containsExactly(2L, 3L, 5L);
    }

    @Test
    void otherNamesDelimitersAndTimesAreFine() {
      LogFormat format = new LogFormat("Fall", "Zeit", "Tätigkeit", null, null, true, null);

      EventLog log =
          read(
              format,
              "\uFEFFFall;Zeit;Tätigkeit;Wer;\"Be;merkung\"",
              "ü1;2011-10-01T00:38:44.546+02:00;Prüfung;李;\"gut; sehr\"",
              "ü1;2011-10-01 00:00:00;Anfang;;");

      assertThat(log.badRows()).isEmpty();
      assertThat(log.entries())
          .extracting(Entry::observation)
          .containsExactly(
              new Observation(
                  Instant.parse("2011-09-30T22:38:44.546Z"),
                  "event",
                  "Prüfung",
                  null,
                  Map.of("Wer", "李", "Be;merkung", "gut; sehr")),
              Observation.of(Instant.parse("2011-10-01T00:00:00Z"), "event", "Anfang", null));
    }

    @Test
    void tabsAndBarsAreFound() {
      assertThat(
              read(LogFormat.BUNDLED, "id\tdays\tkind\tname\tvalue", "a\t1\tlab\tx\t1").entries())
          .hasSize(1);
      assertThat(read(LogFormat.BUNDLED, "id|days|kind|name|value", "a|1|lab|x|1").entries())
          .hasSize(1);
    }

    @Test
    void anyDelimiterCanBeGiven() {
      LogFormat format = new LogFormat("id", "days", "name", "kind", "value", false, '^');

      assertThat(read(format, "id^days^kind^name^value", "a^1^lab^x,y^1").entries()).hasSize(1);
    }

    @Test
    void lineEndsOfAllSystemsAreFine() {
      byte[] file =
          "id,days,kind,name,value\r\na,1,lab,x,1\rb,1,lab,x,1\nc,1,lab,x,1".getBytes(UTF_8);

      assertThat(read(LogFormat.BUNDLED, file).entries())
          .extracting(Entry::line)
          .containsExactly(2L, 3L, 4L);
    }

    @Test
    void attributesAreLeftOutUnlessWanted() {
      String[] lines = {"id,days,kind,name,value,ward", "a,1,lab,x,1,7"};

      assertThat(read(LogFormat.BUNDLED, lines).entries())
          .singleElement()
          .returns(Map.of(), entry -> entry.observation().attributes());
      assertThat(read(WITH_ATTRIBUTES, lines).entries())
          .singleElement()
          .returns(Map.of("ward", "7"), entry -> entry.observation().attributes());
    }
  }

  @Nested
  class LogFiles {

    @TempDir Path directory;

    @Test
    void areUnpackedWhateverTheirName() throws IOException {
      Path file = directory.resolve("log.csv");
      Files.write(file, zipped("id,days,kind,name,value\na,1,lab,x,1"));

      assertThat(EventLog.read(file, LogFormat.BUNDLED, 10, ROOMY).entries()).hasSize(1);
    }

    @Test
    void areRefusedWhenTheyEndTooSoon() throws IOException {
      byte[] whole = zipped("id,days,kind,name,value\n" + "a,1,lab,x,1\n".repeat(1_000));
      Path file = directory.resolve("log.csv.gz");
      Files.write(file, Arrays.copyOf(whole, whole.length - 10));

      assertThatExceptionOfType(UnreadableLog.class)
          .isThrownBy(() -> EventLog.read(file, LogFormat.BUNDLED, Long.MAX_VALUE, ROOMY))
          .withMessageContaining("log.csv.gz cannot be read");
    }

    @Test
    void areRefusedWhenTheyAreNotThere() {
      Path file = directory.resolve("none.csv");

      assertThatExceptionOfType(UnreadableLog.class)
          .isThrownBy(() -> EventLog.read(file, LogFormat.BUNDLED, 10, ROOMY))
          .withMessageContaining("none.csv cannot be read");
    }

    @Test
    void areRefusedWhenAColumnIsMissing() {
      assertThatExceptionOfType(UnreadableLog.class)
          .isThrownBy(() -> read(LogFormat.BUNDLED, "id,days,kind,value"))
          .withMessage("there is no column 'name', the columns are [id, days, kind, value]");
      assertThatExceptionOfType(UnreadableLog.class)
          .isThrownBy(() -> read(LogFormat.BUNDLED, ""))
          .withMessage("the log is empty: its first line must name its columns");
      assertThatExceptionOfType(UnreadableLog.class)
          .isThrownBy(() -> read(LogFormat.BUNDLED, "id,days,name,kind,value,id", "a,1,x,lab,1,b"))
          .withMessage("there are several columns 'id'");
    }

    private static byte[] zipped(String text) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
        out.write(text.getBytes(UTF_8));
      }
      return bytes.toByteArray();
    }
  }
}
