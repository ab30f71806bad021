package dev.grains.internal.activation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grains.GrainId;
import dev.grains.GrainUnavailableException;
import dev.grains.internal.call.Answer;
import dev.grains.internal.call.Batch;
import dev.grains.internal.call.BatchSamples;
import dev.grains.internal.turn.Decision;
import dev.grains.spi.CommitResult;
import dev.grains.spi.CommitResult.Rejected;
import dev.grains.spi.CommitResult.Unavailable;
import dev.grains.spi.CommitResult.Unknown;
import dev.grains.spi.Receipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PendingWorkTests {

  private static final GrainId ID = new GrainId("thing", "a");

  private final QueuedActivation activation = new QueuedActivation(ID, 0, 0, Resident.HOST);
  private final PendingWork work = new PendingWork();
  private int callers;

  private Batch batch(long deadline) {
    Batch batch = BatchSamples.commands(new UUID(0, callers++), 5, ID, deadline);
    work.enqueue(batch, 0);
    return batch;
  }

  private Batch batch() {
    return batch(1_000);
  }

  private Batch query() {
    Batch query = BatchSamples.query(new UUID(0, callers++), 5, ID);
    work.enqueue(query, 0);
    return query;
  }

  private static Decision decision(Batch batch, boolean wrote) {
    return new Decision(
        batch,
        new Object[] {1L},
        new byte[] {1},
        0,
        wrote ? 1 : 0,
        wrote,
        "state",
        List.of(),
        List.of(),
        List.of(),
        false,
        null);
  }

  /** Decides what is next in the mailbox; returns its commit. */
  private TurnCommit decideNext() {
    Decision decision = decision(Objects.requireNonNull(work.next()), true);
    TurnCommit commit = TurnCommit.of(activation, 0, decision);
    work.decided(new Step(decision, commit));
    return commit;
  }

  private void decideNextWithoutWriting() {
    work.decided(new Step(decision(Objects.requireNonNull(work.next()), false), null));
  }

  private List<Batch> drain() {
    List<Batch> mailbox = new ArrayList<>();
    Batch next = work.next();
    while (next != null) {
      mailbox.add(next);
      next = work.next();
    }
    return mailbox;
  }

  private List<PendingWork.Answered> fail(TurnCommit commit, CommitResult result) {
    return work.fail(commit, result, Resident.HOST.failures());
  }

  private @Nullable Answer recognised(Batch batch) {
    return work.recognise(batch);
  }

  @Test
  void batchesRunInTheirOrder() {
    Batch first = batch();
    Batch second = batch();

    assertThat(work.depth()).isEqualTo(2);
    assertThat(drain()).containsExactly(first, second);
    assertThat(work.mailboxEmpty()).isTrue();
  }

  @Test
  void whatIsNotDurableReturnsInFrontOfWhatWaitsInItsOrder() {
    Batch first = batch();
    Batch second = batch();
    Batch third = batch();
    decideNext();
    decideNextWithoutWriting();

    work.requeue();

    assertThat(drain()).containsExactly(first, second, third);
    assertThat(work.allDurable()).isTrue();
  }

  @Test
  void aBatchDecidedOnAVoidStateReturnsBehindThoseBeforeIt() {
    Batch first = batch();
    Batch second = batch();
    Batch third = batch();
    decideNext();
    Batch decidedTooLate = Objects.requireNonNull(work.next());

    work.putBack(decidedTooLate);

    assertThat(drain()).containsExactly(first, second, third);
  }

  @Test
  void aCommitReleasesWhatRestsOnItAndWroteNothing() {
    Batch first = batch();
    Batch looked = batch();
    Batch second = batch();
    TurnCommit commit = decideNext();
    decideNextWithoutWriting();
    TurnCommit later = decideNext();

    assertThat(work.release(commit)).extracting(Decision::batch).containsExactly(first, looked);
    assertThat(work.allDurable()).isFalse();
    assertThat(work.release(later)).extracting(Decision::batch).containsExactly(second);
    assertThat(work.allDurable()).isTrue();
  }

  @Test
  void commitsThatComeBackOutOfOrderAreABug() {
    batch();
    batch();
    decideNext();
    TurnCommit second = decideNext();

    assertThatThrownBy(() -> work.release(second)).hasMessageContaining("out of order");
  }

  @Test
  void aRejectedCommitIsAnsweredAndTheOthersAreDecidedAgain() {
    Batch first = batch();
    Batch refused = batch();
    Batch third = batch();
    decideNext();
    TurnCommit commit = decideNext();
    decideNext();

    List<PendingWork.Answered> answers =
        fail(commit, new Rejected(new IllegalArgumentException("too large")));

    assertThat(answers).extracting(PendingWork.Answered::batch).containsExactly(refused);
    assertThat(recognised(refused)).as("it may come again").isNull();
    work.requeue();
    assertThat(drain()).containsExactly(first, third);
  }

  @Test
  void aCommitComesBackOnce() {
    batch();
    TurnCommit commit = decideNext();
    Unavailable outage = new Unavailable(new IllegalStateException("gone"));
    fail(commit, outage);

    assertThatThrownBy(() -> fail(commit, outage)).hasMessageContaining("came back twice");
  }

  @Test
  void whereTheOutcomeIsUnknownEverythingUnderWayCountsAsAttempted() {
    Batch first = batch();
    Batch second = batch();
    Batch waiting = batch();
    TurnCommit commit = decideNext();
    decideNext();

    assertThat(fail(commit, new Unknown(new IllegalStateException("cut off")))).isEmpty();

    assertThat(List.of(first, second)).allMatch(Batch::repeated);
    assertThat(waiting.repeated()).isFalse();
    work.requeue();
    assertThat(drain()).containsExactly(first, second, waiting);
  }

  @Test
  void receiptsAnswerWhatWaitsAndTheRestStays() {
    Batch proven = batch();
    Batch unproven = batch();
    Receipt receipt =
        new Receipt(proven.caller(), proven.number(), Instant.ofEpochMilli(60_000), new byte[] {9});

    assertThat(work.load(List.of(receipt)))
        .singleElement()
        .satisfies(
            answered -> {
              assertThat(answered.batch()).isSameAs(proven);
              assertThat(answered.answer()).isInstanceOf(Answer.Encoded.class);
            });

    assertThat(drain()).containsExactly(unproven);
  }

  @Test
  void queriesAreTakenFromAmongTheCommands() {
    Batch first = batch();
    Batch query = query();
    Batch second = batch();

    assertThat(work.takeQueries()).containsExactly(query);
    assertThat(drain()).containsExactly(first, second);
  }

  @Test
  void whatCannotWaitForTheStoreIsTakenAndMayComeAgain() {
    Batch overdue = batch(1_000);
    Batch patient = batch(5_000);
    assertThat(work.earliestGiveUp()).isEqualTo(overdue.giveUp());

    assertThat(work.takeOverdue(overdue.giveUp(), new IllegalStateException("gone")))
        .hasEntrySatisfying(
            overdue,
            failure ->
                assertThat(failure)
                    .isInstanceOf(GrainUnavailableException.class)
                    .hasMessageContaining("thing/a was not done"))
        .hasSize(1);

    assertThat(recognised(overdue)).isNull();
    assertThat(recognised(patient)).isEqualTo(Answer.Status.ACCEPTED);
    assertThat(work.earliestGiveUp()).isEqualTo(patient.giveUp());
    assertThat(drain()).containsExactly(patient);
    assertThat(work.earliestGiveUp()).as("nobody waits").isNegative();
  }

  @Test
  void everythingIsTakenFromAnActivationThatGoes() {
    Batch first = batch();
    Batch second = batch();
    decideNext();

    assertThat(work.takeAll(new IllegalStateException("a bug")))
        .containsOnlyKeys(first, second)
        .allSatisfy(
            (batch, failure) -> assertThat(failure).hasMessageContaining("could not be activated"));

    assertThat(work.mailboxEmpty()).isTrue();
    assertThat(work.allDurable()).isTrue();
    assertThat(recognised(first)).isNull();
  }

  @Test
  void aBatchThatMayHaveRunIsHandedBackInDoubt() {
    Batch fresh = batch();
    Batch attempted = batch();
    attempted.repeat();

    assertThat(PendingWork.Answered.moved(fresh).answer()).isEqualTo(Answer.Status.MOVED);
    assertThat(PendingWork.Answered.moved(attempted).answer()).isEqualTo(Answer.Status.IN_DOUBT);
  }
}
