package dev.grains.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grains.GrainId;
import dev.grains.internal.codec.GoldenFile;
import dev.grains.internal.codec.HostileFrames;
import dev.grains.internal.codec.HostileFrames.Target;
import dev.grains.internal.codec.WireFormatException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Batches and answers, as members of other versions rely on them. */
class CallFramesTests {

  private static final InstantSource CLOCK = () -> Instant.ofEpochMilli(1_000);

  private static Batch batch(boolean query, CallAttributes attributes, long... cents) {
    CommandCall[] commands = new CommandCall[cents.length];
    for (int i = 0; i < cents.length; i++) {
      Object[] arguments = query ? null : new Object[] {cents[i]};
      commands[i] =
          new CommandCall(
              CallRig.method(query ? "balance" : "pay"), arguments, 6_000 + i, attributes);
    }
    return new Batch(CallRig.CALLER, 77, query, new GrainId("teller", "4ü"), 9, commands, null);
  }

  private static Map<String, Batch> batches() {
    CallAttributes everything =
        new CallAttributes(
            12, "order-7", List.of("order/1", "stock/7"), "c-1", Map.of("trace", "abc"));
    Map<String, Batch> batches = new LinkedHashMap<>();
    batches.put("one command", batch(false, CallAttributes.NONE, 5));
    batches.put("three commands", batch(false, CallAttributes.NONE, 5, 6, -7));
    batches.put("a query", batch(true, CallAttributes.NONE, 0));
    batches.put("with everything", batch(false, everything, 5));
    Batch repeated = batch(false, CallAttributes.NONE, 5);
    repeated.repeat();
    batches.put("sent again", repeated);
    return batches;
  }

  private static Map<String, Answer> answers() {
    Map<String, Answer> answers = new LinkedHashMap<>();
    answers.put("outcomes", new Answer.Encoded(new byte[] {0, 1, 2}));
    for (Answer.Status status : Answer.Status.values()) {
      answers.put(status.name(), status);
    }
    return answers;
  }

  @Test
  void batchesAreWrittenAsEver() {
    Map<String, byte[]> written = new LinkedHashMap<>();
    batches().forEach((name, batch) -> written.put(name, BatchFormat.encode(batch, CLOCK)));

    new GoldenFile("batches").check(written);
  }

  @Test
  void batchesOnceWrittenAreReadAsEver() {
    Map<String, Batch> batches = batches();

    assertThat(new GoldenFile("batches").bytes())
        .allSatisfy(
            (name, bytes) -> {
              Batch expected = batches.get(name);
              Batch read = BatchFormat.decode(bytes, CLOCK);
              assertThat(read).hasToString(expected.toString());
              assertThat(read.query()).isEqualTo(expected.query());
              assertThat(read.repeated()).isEqualTo(expected.repeated());
              assertThat(read.partition()).isEqualTo(9);
              assertThat(read.deadline()).isEqualTo(expected.deadline());
              assertThat(read.size()).isEqualTo(expected.size());
              assertThat(read.command(0).attributes()).isEqualTo(expected.command(0).attributes());
              assertThat(read.command(0).encodedArguments())
                  .isEqualTo(expected.command(0).encodedArguments());
            });
  }

  @Test
  void answersAreWrittenAsEver() {
    Map<String, byte[]> written = new LinkedHashMap<>();
    answers().forEach((name, answer) -> written.put(name, AnswerFormat.encode(answer)));

    new GoldenFile("answers").check(written);
  }

  @Test
  void answersOnceWrittenAreReadAsEver() {
    Map<String, Answer> answers = answers();

    assertThat(new GoldenFile("answers").bytes())
        .allSatisfy(
            (name, bytes) ->
                assertThat(AnswerFormat.decode(bytes))
                    .usingRecursiveComparison()
                    .isEqualTo(answers.get(name)));
  }

  @Test
  void aRepetitionIsMarkedInTheFrameItself() {
    byte[] frame = BatchFormat.encode(batch(false, CallAttributes.NONE, 5), CLOCK);

    Batch read = BatchFormat.decode(BatchFormat.repeated(frame), CLOCK);

    assertThat(read.repeated()).isTrue();
    assertThat(BatchFormat.decode(frame, CLOCK).repeated()).isFalse();
  }

  @Test
  void aBatchOfAnotherFormatIsRefusedClearly() {
    byte[] frame = BatchFormat.encode(batch(false, CallAttributes.NONE, 5), CLOCK);
    frame[0] = 9;

    assertThatThrownBy(() -> BatchFormat.decode(frame, CLOCK))
        .isInstanceOf(WireFormatException.class)
        .hasMessageContaining("wire format 9");
  }

  @Test
  void damagedFramesAreReadOrRefused() {
    List<Target> targets = new ArrayList<>();
    batches()
        .values()
        .forEach(
            batch ->
                targets.add(
                    new Target(
                        BatchFormat.encode(batch, CLOCK),
                        bytes -> BatchFormat.decode(bytes, CLOCK))));
    answers()
        .values()
        .forEach(
            answer -> targets.add(new Target(AnswerFormat.encode(answer), AnswerFormat::decode)));

    int read = new HostileFrames().feed(targets, 30_000);

    assertThat(read).as("readable in spite of the damage").isBetween(100, 29_000);
  }
}
