package dev.grains.internal.activation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.GrainId;
import dev.grains.internal.call.Answer;
import dev.grains.internal.call.Batch;
import dev.grains.internal.call.BatchSamples;
import dev.grains.spi.Receipt;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CallersTests {

  private static final UUID CALLER = new UUID(0, 1);
  private static final Answer ANSWER = new Answer.Encoded(new byte[] {7});

  private final Callers callers = new Callers();

  private static Batch batch(UUID caller, long number) {
    return BatchSamples.commands(caller, number, new GrainId("thing", "a"), 1_000);
  }

  private static Batch batch(long number) {
    return batch(CALLER, number);
  }

  private static Receipt receipt(long number, byte reply) {
    return new Receipt(CALLER, number, Instant.ofEpochMilli(60_000), new byte[] {reply});
  }

  @Test
  void aBatchThatWaitsIsAcceptedAgainAndAnAnsweredOneAnsweredAgain() {
    assertThat(callers.recognise(batch(5))).isNull();

    callers.waiting(batch(5), 0);
    assertThat(callers.recognise(batch(5))).isEqualTo(Answer.Status.ACCEPTED);

    callers.answered(batch(5), ANSWER);
    assertThat(callers.recognise(batch(5))).isEqualTo(ANSWER);
  }

  @Test
  void anOlderBatchIsStaleAndANewerOneRuns() {
    callers.waiting(batch(5), 0);
    callers.answered(batch(5), ANSWER);

    assertThat(callers.recognise(batch(4))).isEqualTo(Answer.Status.STALE);
    assertThat(callers.recognise(batch(6))).isNull();
  }

  @Test
  void aBatchThatDidNotRunMayRunAgain() {
    callers.waiting(batch(5), 0);
    callers.answered(batch(5), null);

    assertThat(callers.recognise(batch(5))).isNull();
  }

  @Test
  void theAnswerToAnOlderBatchChangesNothing() {
    callers.waiting(batch(5), 0);
    callers.waiting(batch(6), 0);

    callers.answered(batch(5), ANSWER);

    assertThat(callers.recognise(batch(6))).isEqualTo(Answer.Status.ACCEPTED);
  }

  @Test
  void callersAreToldApart() {
    callers.waiting(batch(5), 0);

    assertThat(callers.recognise(batch(new UUID(0, 2), 5))).isNull();
  }

  @Test
  void aReceiptProvesThatABatchRanUnlessANewerOneIsKnown() {
    callers.load(List.of(receipt(5, (byte) 9)));
    assertThat(callers.recognise(batch(5)))
        .isInstanceOfSatisfying(
            Answer.Encoded.class, answer -> assertThat(answer.bytes()).containsExactly(9));

    callers.waiting(batch(6), 0);
    callers.load(List.of(receipt(5, (byte) 9)));
    assertThat(callers.recognise(batch(6))).isEqualTo(Answer.Status.ACCEPTED);
  }

  @Test
  void manyCallersAreForgottenOnceTheirBatchesCannotComeAgain() {
    for (int i = 0; i < 20; i++) {
      Batch batch = batch(new UUID(1, i), 5);
      callers.waiting(batch, 0);
      if (i > 0) {
        callers.answered(batch, ANSWER);
      }
    }

    callers.waiting(batch(5), 1_000 + Callers.SLACK_MILLIS - 1);
    assertThat(callers.recognise(batch(new UUID(1, 7), 5))).isEqualTo(ANSWER);

    callers.waiting(batch(new UUID(2, 0), 5), 1_000 + Callers.SLACK_MILLIS);
    assertThat(callers.recognise(batch(new UUID(1, 7), 5))).isNull();
    assertThat(callers.recognise(batch(new UUID(1, 0), 5)))
        .as("one that waits is kept")
        .isEqualTo(Answer.Status.ACCEPTED);
  }
}
