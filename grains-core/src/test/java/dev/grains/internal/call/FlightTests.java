package dev.grains.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grains.CallTimeoutException;
import dev.grains.GrainOverloadedException;
import dev.grains.GrainUnavailableException;
import dev.grains.internal.call.ManualTransport.Sent;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class FlightTests {

  private static final Throwable LOST = new IllegalStateException("connection lost");

  private final CallRig rig = new CallRig();
  private CompletableFuture<Long> call;
  private Sent sent;

  @BeforeEach
  void sendOne() throws Exception {
    call = rig.teller("a").order(7).toCompletableFuture();
    sent = rig.transport.take();
  }

  private Sent again() throws InterruptedException {
    Sent next = rig.transport.take();
    assertThat(next.batch()).isSameAs(sent.batch());
    return next;
  }

  private AbstractThrowableAssert<?, ? extends Throwable> assertFailure() {
    return assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .cause();
  }

  private void assertUnknown() {
    assertFailure()
        .isInstanceOf(CallTimeoutException.class)
        .hasMessageContaining("teller/a")
        .hasMessageContaining("unknown");
  }

  private void assertSurelyNotDone() {
    assertFailure()
        .isInstanceOf(GrainUnavailableException.class)
        .hasMessageContaining("teller/a")
        .hasMessageContaining("was not done");
  }

  @Nested
  class IsSentAgain {

    @Test
    void whenItWasHandedBack() throws Exception {
      sent.listener().answered(Answer.Status.MOVED);

      again().answer();

      assertThat(call).isCompletedWithValue(0L);
      assertThat(sent.batch().repeated()).isFalse();
    }

    @Test
    void whenItCouldNotBeSent() throws Exception {
      sent.listener().failed(LOST, true, true);

      rig.advance(Duration.ofMillis(300));
      again().answer();

      assertThat(call).isCompletedWithValue(0L);
      assertThat(sent.batch().repeated()).isFalse();
    }

    @Test
    void asARepetitionWhenNobodyKnowsWhetherItArrived() throws Exception {
      sent.listener().failed(LOST, false, true);

      rig.advance(Duration.ofMillis(300));
      again().answer();

      assertThat(call).isCompletedWithValue(0L);
      assertThat(sent.batch().repeated()).isTrue();
    }

    @Test
    void whenItsOwnerIsSilentForTooLong() throws Exception {
      sent.accept();

      rig.advance(Duration.ofMillis(1_999));
      assertThat(rig.transport.waiting()).isZero();

      rig.advance(Duration.ofMillis(1));
      again().answer();

      assertThat(call).isCompletedWithValue(0L);
      assertThat(sent.batch().repeated()).isTrue();
    }

    @Test
    void whenAMemberHasLeft() throws Exception {
      sent.accept();

      rig.calls.memberLeft();
      rig.calls.sweep();
      again().answer();

      assertThat(call).isCompletedWithValue(0L);
      assertThat(sent.batch().repeated()).isTrue();
    }

    @Test
    void whenItsCommitIsInDoubt() throws Exception {
      sent.accept();
      sent.listener().answered(Answer.Status.IN_DOUBT);

      again().answer();

      assertThat(sent.batch().repeated()).isTrue();
    }

    @Test
    void whenTheOwnerIsTooBusyToTellWhatCameOfTheFirstAttempt() throws Exception {
      sent.listener().failed(LOST, false, true);
      rig.advance(Duration.ofMillis(300));
      again().listener().answered(Answer.Status.OVERLOADED);
      assertThat(call).isNotDone();

      rig.advance(Duration.ofMillis(300));
      again().answer();

      assertThat(call).isCompletedWithValue(0L);
    }
  }

  @Nested
  class IsRefusedWhileMembersAreMissing {

    @Test
    void andSentAgainForAMoment() throws Exception {
      sent.listener().refused(LOST);
      assertThat(call).isNotDone();

      rig.advance(Duration.ofMillis(300));
      again().answer();

      assertThat(call).isCompletedWithValue(0L);
    }

    @Test
    void andGivenUpLongBeforeItsDeadline() throws Exception {
      sent.listener().refused(LOST);

      rig.advance(Duration.ofMillis(500));
      again().listener().refused(LOST);

      assertFailure()
          .isInstanceOf(GrainUnavailableException.class)
          .hasMessageContaining("teller/a was not done")
          .hasMessageContaining("min-members");
    }

    @Test
    void andRefusedAtOnceWhenTheyHaveBeenMissingForAWhile() throws Exception {
      sent.listener().refused(LOST);
      rig.now.addAndGet(500);

      CompletableFuture<Long> later = rig.teller("b").order(1).toCompletableFuture();
      rig.transport.take().listener().refused(LOST);

      assertThat(later).isCompletedExceptionally();
      assertThat(call).isNotDone();
    }

    @Test
    void andGivenAMomentAgainOnceTheyWereBack() throws Exception {
      sent.listener().refused(LOST);
      rig.advance(Duration.ofMillis(500));
      again().answer();

      CompletableFuture<Long> later = rig.teller("b").order(1).toCompletableFuture();
      rig.transport.take().listener().refused(LOST);

      assertThat(later).isNotDone();
    }

    @Test
    void andKeptWhenAnEarlierAttemptMayHaveBeenCommitted() throws Exception {
      sent.listener().failed(LOST, false, true);
      rig.advance(Duration.ofMillis(300));
      again().listener().refused(LOST);
      rig.advance(Duration.ofMillis(600));
      again().listener().refused(LOST);
      assertThat(call).isNotDone();

      rig.advance(Duration.ofMillis(300));
      again().answer();

      assertThat(call).isCompletedWithValue(0L);
    }
  }

  @Nested
  class IsSurelyNotDone {

    @Test
    void whenItsOwnerIsFull() {
      sent.listener().answered(Answer.Status.OVERLOADED);

      assertFailure()
          .isInstanceOf(GrainOverloadedException.class)
          .hasMessageContaining("teller/a was not done");
    }

    @Test
    void whenItsOwnerDoesNotHostTheType() {
      sent.listener().answered(Answer.Status.NOT_HOSTED);

      assertFailure()
          .isInstanceOf(GrainUnavailableException.class)
          .hasMessageContaining("does not host the type 'teller'")
          .hasMessageContaining("register the type on every data member");
    }

    @Test
    void whenEveryAttemptHasFailedBeforeItArrived() throws Exception {
      sent.listener().failed(LOST, true, true);
      rig.advance(Duration.ofMillis(300));
      again().listener().failed(LOST, true, true);

      rig.now.addAndGet(60_000);
      rig.calls.sweep();

      assertSurelyNotDone();
    }

    @Test
    void whenSendingCannotHelp() {
      sent.listener().failed(LOST, true, false);

      assertSurelyNotDone();
    }
  }

  @Nested
  class IsUnknown {

    @Test
    void whenNothingIsHeardUntilTheDeadline() {
      rig.advance(Duration.ofSeconds(10));

      assertUnknown();
    }

    @Test
    void whenAcceptedAndSilent() {
      sent.accept();

      rig.advance(Duration.ofSeconds(10));

      assertUnknown();
    }

    @Test
    void whenAnAttemptIsUnderWayAfterOneThatFailed() throws Exception {
      sent.listener().failed(LOST, true, true);
      rig.advance(Duration.ofMillis(300));
      again();

      rig.advance(Duration.ofSeconds(10));

      assertUnknown();
    }

    @Test
    void whenAnAttemptWasLostAndTheNextIsRefused() throws Exception {
      sent.listener().failed(LOST, false, true);
      rig.advance(Duration.ofMillis(300));
      again().listener().answered(Answer.Status.NOT_HOSTED);

      assertUnknown();
    }

    @Test
    void whenAnAttemptWasLostAndTheNextCannotBeSent() throws Exception {
      sent.listener().failed(LOST, false, true);
      rig.advance(Duration.ofMillis(300));
      again().listener().failed(LOST, true, false);

      assertUnknown();
    }

    @Test
    void whenThisMemberWasCutOff() {
      sent.listener().failed(LOST, false, false);

      assertUnknown();
    }
  }

  @Test
  void answersTwiceAreTakenOnce() throws Exception {
    rig.teller("a").order(8);

    sent.answer();
    sent.answer();

    assertThat(rig.transport.take().batch().number()).isGreaterThan(sent.batch().number());
    assertThat(rig.transport.waiting()).isZero();
  }

  @Test
  void aPushedAnswerIsFoundByItsNumber() {
    sent.accept();

    rig.calls.answered(sent.batch().number() + 1, Answer.Status.MOVED);
    rig.calls.answered(sent.batch().number(), new Answer.Outcomes(new Object[] {5L}));

    assertThat(call).isCompletedWithValue(5L);
  }

  @Test
  void anAnswerThatCannotBeReadFailsTheCallersClearly() {
    sent.listener().answered(new Answer.Encoded(new byte[] {9, 9}));

    assertFailure()
        .hasMessageContaining("the reply of teller/a to order(long) cannot be read")
        .hasMessageContaining("the command was done");
  }
}
