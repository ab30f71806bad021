package dev.grains.internal.call;

import static dev.grains.internal.call.CallRig.blocking;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.grains.CallOptions;
import dev.grains.CallTimeoutException;
import dev.grains.GrainOverloadedException;
import dev.grains.GrainUnavailableException;
import dev.grains.Limits;
import dev.grains.internal.call.ManualTransport.Sent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class LaneTests {

  private final CallRig rig = new CallRig();

  @Test
  void hasOneUnansweredBatchInWhichEarlierCallsTravelTogether() throws Exception {
    Teller teller = rig.teller("a");
    for (long i = 0; i < 5; i++) {
      teller.order(i);
    }

    Sent first = rig.transport.take();
    assertThat(first.arguments()).containsExactly(0L);
    assertThat(rig.transport.waiting()).isZero();

    first.accept();
    assertThat(rig.transport.waiting()).isZero();

    first.answer();
    Sent second = rig.transport.take();
    assertThat(second.arguments()).containsExactly(1L, 2L, 3L, 4L);
    assertThat(second.batch().number()).isGreaterThan(first.batch().number());
  }

  @Test
  void whatWaitsForAnOwnerInThisJvmIsSentByTheThreadOfTheAnswer() throws Exception {
    CallRig withoutReplyThreads = new CallRig(Limits.defaults(), task -> {});
    withoutReplyThreads.teller("a").order(0);
    withoutReplyThreads.teller("a").order(1);

    withoutReplyThreads.transport.take().answerInPlace();

    assertThat(withoutReplyThreads.transport.waiting()).isEqualTo(1);
    assertThat(withoutReplyThreads.transport.take().arguments()).containsExactly(1L);
  }

  @Test
  void lanesOfDifferentGrainsDoNotWaitForEachOther() {
    rig.teller("a").order(1);
    rig.teller("b").order(2);

    assertThat(rig.transport.waiting()).isEqualTo(2);
    assertThat(rig.calls.busyLanes()).isEqualTo(2);
  }

  @Test
  void batchesAreBoundedInCount() throws Exception {
    CallRig bounded = new CallRig(Limits.defaults().withCalls(1_000, 3));
    for (long i = 0; i < 8; i++) {
      bounded.teller("a").order(i);
    }

    bounded.transport.take().answer();

    assertThat(bounded.transport.take().arguments()).containsExactly(1L, 2L, 3L);
  }

  @Test
  void batchesAreBoundedInBytes() throws Exception {
    CallRig bounded = new CallRig(Limits.defaults().withBytes(1 << 20, 100));
    bounded.teller("a").order(0);
    for (int i = 0; i < 4; i++) {
      blocking(() -> bounded.teller("a").text("x".repeat(60)));
    }
    Sent first = bounded.transport.take();
    await().until(() -> bounded.waiting() == 4);

    first.answer();

    assertThat(bounded.transport.take().batch().size()).isEqualTo(1);
  }

  @Test
  void aFullLaneRefusesAtOnce() {
    CallRig bounded = new CallRig(Limits.defaults().withCalls(2, 10));
    Teller teller = bounded.teller("a");
    for (long i = 0; i < 3; i++) {
      teller.order(i);
    }

    assertThatThrownBy(() -> teller.order(3))
        .isInstanceOf(GrainOverloadedException.class)
        .hasMessageContaining("teller/a")
        .hasMessageContaining("2 calls of this JVM wait")
        .hasMessageContaining("slow down");
  }

  @Test
  void isForgottenWhenItHasBeenIdleAndMadeAnew() throws Exception {
    rig.teller("a").order(1);
    rig.transport.take().answer();

    rig.advance(Duration.ofSeconds(1));
    rig.teller("a").order(2);

    assertThat(rig.transport.take().arguments()).containsExactly(2L);
    assertThat(rig.calls.busyLanes()).isEqualTo(1);
  }

  @Test
  void anOldReferenceUsesTheLaneThatANewOneHasMade() throws Exception {
    Teller old = rig.teller("a");
    old.order(1);
    rig.transport.take().answer();
    rig.advance(Duration.ofSeconds(1)); // its lane is forgotten

    rig.teller("a").order(2);
    old.order(3);

    assertThat(rig.calls.busyLanes()).isEqualTo(1);
    ManualTransport.Sent second = rig.transport.take();
    assertThat(second.arguments()).containsExactly(2L);
    second.answer();
    assertThat(rig.transport.take().arguments()).containsExactly(3L);
  }

  @Test
  void aCallThatWasNotSentBeforeItsDeadlineIsSurelyNotDone() throws Exception {
    Teller hurried = rig.teller("a", CallOptions.timeout(Duration.ofSeconds(1)));
    rig.teller("a").order(1);
    CompletionStage<Long> late = hurried.order(2);

    rig.advance(Duration.ofSeconds(1));

    assertFailure(late)
        .isInstanceOf(GrainUnavailableException.class)
        .hasMessageContaining("order(long)")
        .hasMessageContaining("teller/a")
        .hasMessageContaining("was not sent before its deadline");
    rig.transport.take().answer();
    assertThat(rig.transport.waiting()).as("what is expired is not sent").isZero();
  }

  @Test
  void aBlockedCallThatWasNotSentBeforeItsDeadlineIsSurelyNotDone() {
    rig.teller("a").order(1);
    Teller hurried = rig.teller("a", CallOptions.timeout(Duration.ofMillis(20)));

    assertThatThrownBy(() -> hurried.pay(2))
        .isInstanceOf(GrainUnavailableException.class)
        .hasMessageContaining("was not sent before its deadline");
  }

  @Test
  void aBlockedCallWhoseReplyIsOnTheWayIsNeverSaidToBeUnsent() throws Exception {
    List<Runnable> undelivered = new ArrayList<>();
    CallRig slow = new CallRig(Limits.defaults(), undelivered::add);
    CompletableFuture<Long> first = blocking(() -> slow.teller("a").pay(1));
    Sent sent = slow.transport.take();
    Teller hurried = slow.teller("a", CallOptions.timeout(Duration.ofSeconds(2)));
    CompletableFuture<Long> second = blocking(() -> hurried.pay(2));
    await().until(() -> slow.waiting() == 1);
    sent.answer(); // hands the second call to a reply thread, to be sent
    undelivered.remove(0).run();
    CompletableFuture<Long> third = blocking(() -> slow.teller("a").pay(3));
    await().until(() -> slow.waiting() == 1);

    slow.transport.take().answer(); // done: its reply waits for a reply thread that is late

    assertThat(first.get(10, TimeUnit.SECONDS)).isZero();
    assertFailure(second)
        .isInstanceOf(CallTimeoutException.class)
        .hasMessageContaining("the outcome is unknown");
    assertThat(third).isNotDone();
  }

  @Test
  void closingFailsWhatWaitsAndLeavesOpenWhatIsUnderWay() throws Exception {
    CompletionStage<Long> sent = rig.teller("a").order(1);
    CompletionStage<Long> waiting = rig.teller("a").order(2);
    rig.calls.refuse("this member is shutting down");

    rig.calls.close();

    assertFailure(sent).isInstanceOf(CallTimeoutException.class).hasMessageContaining("unknown");
    assertFailure(waiting)
        .isInstanceOf(GrainUnavailableException.class)
        .hasMessageContaining("shutting down");
    assertThatThrownBy(() -> rig.teller("a").order(3))
        .isInstanceOf(GrainUnavailableException.class)
        .hasMessageContaining("shutting down");
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertFailure(
      CompletionStage<?> stage) {
    return assertThatThrownBy(() -> stage.toCompletableFuture().get(10, TimeUnit.SECONDS))
        .isInstanceOf(ExecutionException.class)
        .cause();
  }
}
