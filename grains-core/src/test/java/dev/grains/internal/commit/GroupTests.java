package dev.grains.internal.commit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grains.GrainId;
import dev.grains.internal.metrics.Metrics;
import dev.grains.spi.Commit;
import dev.grains.spi.CommitResult;
import dev.grains.spi.CommitResult.Committed;
import dev.grains.spi.CommitResult.Conflict;
import dev.grains.spi.CommitResult.Rejected;
import dev.grains.spi.CommitResult.Unavailable;
import dev.grains.spi.CommitResult.Unknown;
import dev.grains.spi.StoreUnavailableException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class GroupTests {

  private final AtomicLong now = new AtomicLong(1_000);
  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final ScriptedStore store = new ScriptedStore();
  private final Group.Writer writer =
      new Group.Writer(
          store, new Metrics(meters).commits("test"), () -> Instant.ofEpochMilli(now.get()));

  private List<PendingCommit> write(Noted... commits) {
    Group group = new Group();
    for (Noted commit : commits) {
      group.add(commit);
    }
    assertThat(group.size()).isEqualTo(commits.length);
    return writer.write(group);
  }

  private void answer(Function<Commit, CommitResult> answer) {
    store.answer = answer;
  }

  @Test
  void theStoreSeesOneCommitForEachGrain() {
    Noted first = Noted.of("a", 0);
    Noted second = Noted.of("b", 0);
    Noted third = Noted.of("a", 1);

    write(first, second, third);

    assertThat(store.seen).hasSize(1);
    assertThat(store.seen.get(0)).extracting(Commit::newVersion).containsExactly(2L, 1L);
    assertThat(List.of(first, second, third))
        .allSatisfy(each -> assertThat(each.results).containsExactly(Committed.INSTANCE));
  }

  @Test
  void aConflictIsThatOfItsGrainAlone() {
    Noted lost = Noted.of("a", 0);
    Noted won = Noted.of("b", 0);
    answer(commit -> commit.id().key().equals("a") ? Conflict.INSTANCE : Committed.INSTANCE);

    assertThat(write(lost, won)).isEmpty();

    assertThat(lost.results).containsExactly(Conflict.INSTANCE);
    assertThat(won.results).containsExactly(Committed.INSTANCE);
  }

  @Test
  void theOneThatCannotBeStoredIsFound() {
    Noted fine = Noted.of("a", 0);
    Noted poisoned = Noted.of("a", 1);
    Rejected refusal = new Rejected(new IllegalArgumentException("too large"));
    answer(commit -> commit.newVersion() == 2 ? refusal : Committed.INSTANCE);

    write(fine, poisoned);

    assertThat(fine.results).containsExactly(Committed.INSTANCE);
    assertThat(poisoned.results).containsExactly(refusal);
    assertThat(store.seen).hasSize(3);
  }

  @Test
  void whatRestsOnADroppedCommitIsNotTriedAlone() {
    Noted poisoned = Noted.of("a", 0);
    Noted after = Noted.of("a", 1);
    poisoned.then = () -> after.dropped = true;
    answer(commit -> new Rejected(new IllegalArgumentException("too large")));

    write(poisoned, after);

    assertThat(poisoned.results).hasSize(1);
    assertThat(after.results).isEmpty();
    assertThat(store.seen).hasSize(2);
  }

  @Test
  void anOutageIsTriedAgainUntilTheDeadline() {
    Noted patient = Noted.of("a", 0).until(2_000);
    Noted overdue = Noted.of("b", 0).until(1_000);
    store.failure = new StoreUnavailableException("no connection", new RuntimeException());

    List<PendingCommit> again = write(patient, overdue);

    assertThat(again).containsExactly(patient);
    assertThat(patient.results).isEmpty();
    assertThat(overdue.results).hasOnlyElementsOfType(Unavailable.class).hasSize(1);
    assertThat(meters.get("grains.commit.outages").counter().count()).isOne();
  }

  @Test
  void anOutageOfOneGrainIsNoOutageOfTheOthers() {
    Noted out = Noted.of("a", 0).until(2_000);
    Noted fine = Noted.of("b", 0).until(2_000);
    answer(
        commit ->
            commit.id().key().equals("a")
                ? new Unavailable(new IllegalStateException("shard down"))
                : Committed.INSTANCE);

    assertThat(write(out, fine)).containsExactly(out);
    assertThat(fine.results).containsExactly(Committed.INSTANCE);
  }

  @Test
  void anyOtherFailureLeavesTheOutcomeOpen() {
    Noted commit = Noted.of("a", 0);
    store.failure = new IllegalStateException("connection reset");

    assertThat(write(commit)).isEmpty();

    assertThat(commit.results).containsExactly(new Unknown(store.failure));
  }

  @Test
  void aStoreThatAnswersTooLittleLeavesTheOutcomeOpen() {
    Noted first = Noted.of("a", 0);
    Noted second = Noted.of("b", 0);
    store.results = List.of(Committed.INSTANCE);

    write(first, second);

    assertThat(first.results).hasOnlyElementsOfType(Unknown.class).hasSize(1);
    assertThat(second.results).hasOnlyElementsOfType(Unknown.class).hasSize(1);
  }

  @Test
  void anActivationThatFailsToListenHarmsNobodyElse() {
    Noted broken = Noted.of("a", 0);
    Noted fine = Noted.of("b", 0);
    broken.then =
        () -> {
          throw new IllegalStateException("a bug");
        };

    write(broken, fine);

    assertThat(fine.results).containsExactly(Committed.INSTANCE);
  }

  @Test
  void anEmptyGroupAsksNobody() {
    assertThat(write()).isEmpty();

    assertThat(store.seen).isEmpty();
  }

  @Test
  void aPendingCommitSaysWhatItIs() {
    assertThat(Noted.of("a", 7)).hasToString("commit of account/a at version 7");
    assertThat(Noted.of("a", 7).commit().id()).isEqualTo(new GrainId("account", "a"));
  }
}
