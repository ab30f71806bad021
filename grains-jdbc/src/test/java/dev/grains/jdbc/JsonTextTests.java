package dev.grains.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;

class JsonTextTests {

  record Note(String text, int number) {}

  record Broken(String text, Iterable<String> more) {}

  private final JsonMapper mapper = JsonMapper.builder().build();
  private final JsonText json = new JsonText(mapper);
  private final ObjectWriter notes = json.writerFor(mapper.constructType(Note.class));
  private final ObjectWriter broken = json.writerFor(mapper.constructType(Broken.class));

  private static Iterator<String> fail() {
    throw new IllegalStateException("not today");
  }

  private String note(String text, int number) {
    return json.of(notes, new Note(text, number), "a note");
  }

  @Test
  void eachTextStandsForItself() {
    assertThat(note("a", 1)).isEqualTo("{\"text\":\"a\",\"number\":1}");
    assertThat(json.of(generator -> generator.writeNumber(7), "a number")).isEqualTo("7");
    assertThat(note("b", 2)).isEqualTo("{\"text\":\"b\",\"number\":2}");
  }

  @Test
  void aTextThatFailsHalfWayLeavesNothingInTheNext() {
    assertThatThrownBy(
            () -> json.of(broken, new Broken("half", JsonTextTests::fail), "a broken event"))
        .isInstanceOf(UnstorableException.class)
        .hasMessageContaining("a broken event cannot be written as JSON")
        .hasMessageContaining("not today");
    assertThat(note("a", 1)).isEqualTo("{\"text\":\"a\",\"number\":1}");

    assertThatThrownBy(
            () ->
                json.of(
                    generator -> {
                      generator.writeStartObject();
                      throw new IllegalStateException("not today either");
                    },
                    "a content"))
        .isInstanceOf(IllegalStateException.class);
    assertThat(note("b", 2)).isEqualTo("{\"text\":\"b\",\"number\":2}");
  }

  @Test
  void aTextMayBeWrittenWhileAnotherOneIs() {
    note("leaves a generator behind", 0);
    String outer =
        json.of(
            generator -> {
              generator.writeStartArray();
              generator.writeString(note("inner", 1));
              generator.writeEndArray();
            },
            "a text with a text");
    assertThat(mapper.readTree(outer).get(0).stringValue()).isEqualTo(note("inner", 1));
  }

  @Test
  void aLargeTextIsWrittenWhole() {
    String large = "x".repeat(1_000_000);
    assertThat(note(large, 1)).isEqualTo("{\"text\":\"" + large + "\",\"number\":1}");
    assertThat(note("a", 1)).isEqualTo("{\"text\":\"a\",\"number\":1}");
  }

  @Test
  void severalThreadsDoNotMixTheirTexts() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> writers =
          IntStream.range(0, 4)
              .<Future<?>>mapToObj(i -> threads.submit(() -> manyNotes(i)))
              .toList();
      for (Future<?> writer : writers) {
        writer.get(60, TimeUnit.SECONDS);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private void manyNotes(int writer) {
    String text = "writer " + writer;
    for (int number = 0; number < 5_000; number++) {
      assertThat(note(text, number))
          .isEqualTo("{\"text\":\"" + text + "\",\"number\":" + number + "}");
    }
  }
}
