package dev.grains.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grains.EventSourcedGrain;
import dev.grains.annotation.Grain;
import dev.grains.annotation.ReadOnly;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What each step checks, seen from steps that hold and steps that do not. */
class GrainFixtureTests {

  private final GrainFixture<Tally, Integer, Counted> fixture =
      GrainFixture.eventSourced(Tally.class, TallyGrain::new).key("t");

  @Test
  void comparesTheReply() {
    GrainOutcome<Tally, Integer, Counted, Integer> outcome = fixture.when(tally -> tally.count(3));

    outcome.thenReply(3).thenReplySatisfies(reply -> assertThat(reply).isOdd());

    assertFailing(() -> outcome.thenReply(4))
        .hasMessageContainingAll("reply of tally/t.count(3)", "expected: 4", "but was: 3");
    assertFailing(() -> outcome.thenReplySatisfies(reply -> assertThat(reply).isEven()))
        .hasMessageContainingAll("reply of tally/t.count(3)", "which is 3", "even");
  }

  @Test
  void comparesTheEvents() {
    GrainOutcome<Tally, Integer, Counted, Integer> outcome = fixture.when(tally -> tally.count(3));

    outcome.thenEvents(new Counted(3)).thenEventsSatisfy(events -> assertThat(events).hasSize(1));

    assertFailing(() -> outcome.thenEvents(new Counted(4)))
        .hasMessageContainingAll(
            "events of tally/t.count(3)", "[Counted[by=4]]", "[Counted[by=3]]");
    assertFailing(() -> outcome.thenEvents(new Counted(3), new Counted(3)))
        .hasMessageContaining("events of tally/t.count(3)");
    assertFailing(outcome::thenNoEvents).hasMessageContaining("[Counted[by=3]]");
    assertFailing(() -> outcome.thenEventsSatisfy(events -> assertThat(events).isEmpty()))
        .hasMessageContaining("events of tally/t.count(3)");
  }

  @Test
  void comparesStateAndVersion() {
    GrainOutcome<Tally, Integer, Counted, Integer> outcome =
        fixture.given(new Counted(10)).when(tally -> tally.count(3));

    outcome
        .thenState(13)
        .thenStateSatisfies(state -> assertThat(state).isPositive())
        .thenVersion(2);

    assertFailing(() -> outcome.thenState(3))
        .hasMessageContainingAll("state after tally/t.count(3)", "expected: 3", "but was: 13");
    assertFailing(() -> outcome.thenStateSatisfies(state -> assertThat(state).isNegative()))
        .hasMessageContaining("state of tally/t.count(3), which is 13");
    assertFailing(() -> outcome.thenVersion(1))
        .hasMessageContainingAll("version after tally/t.count(3)", "expected: 1L", "but was: 2L");
  }

  @Test
  void recognizesFailures() {
    GrainOutcome<Tally, Integer, Counted, Integer> outcome = fixture.when(tally -> tally.count(-1));

    outcome
        .thenFails(IllegalArgumentException.class)
        .thenFails(RuntimeException.class, failure -> assertThat(failure).hasMessage("-1"))
        .thenNoEvents()
        .thenState(0);

    assertFailing(() -> outcome.thenFails(IllegalStateException.class))
        .hasMessageContainingAll("tally/t.count(-1)", "IllegalStateException", "but failed with")
        .hasCauseInstanceOf(IllegalArgumentException.class);
    assertFailing(
            () ->
                outcome.thenFails(
                    IllegalArgumentException.class, failure -> assertThat(failure).hasMessage("")))
        .hasMessageContaining("failure of tally/t.count(-1)");
    assertFailing(() -> outcome.thenReply(0)).hasMessageContaining("tally/t.count(-1) failed with");
  }

  @Test
  void doesNotTakeSuccessForFailure() {
    assertFailing(() -> fixture.when(tally -> tally.count(1)).thenFails(RuntimeException.class))
        .hasMessageContainingAll("tally/t.count(1)", "expected to fail", "replied 1");
  }

  @Test
  void lettingAFailurePassUnseenFails() {
    GrainOutcome<Tally, Integer, Counted, Integer> outcome = fixture.when(tally -> tally.count(-1));

    assertFailing(outcome::thenNoEvents).hasCauseInstanceOf(IllegalArgumentException.class);
    assertFailing(outcome::thenSucceeds).hasCauseInstanceOf(IllegalArgumentException.class);
    assertFailing(() -> outcome.thenState(0)).hasMessageContaining("tally/t.count(-1) failed");
    assertFailing(outcome::and).hasMessageContaining("tally/t.count(-1) failed");
    assertFailing(() -> fixture.when(Tally::total))
        .hasMessageContaining("tally/t.count(-1) failed");
  }

  @Test
  void whatFailedHasNoEffect() {
    fixture
        .given(new Counted(10))
        .when(Tally::countThenFail)
        .thenFails(IllegalStateException.class)
        .thenNoEvents()
        .thenVersion(1)
        .thenAfterCommit(0)
        .and()
        .when(Tally::total)
        .thenReply(10);
  }

  @Test
  void waitsForStages() {
    fixture.whenAsync(tally -> tally.countSoon(3)).thenReply(3).thenEvents(new Counted(3));
    fixture.whenAsync(tally -> tally.countSoon(-1)).thenFails(IllegalArgumentException.class);
  }

  @Test
  void seesFailuresOfStages() {
    fixture
        .whenAsync(tally -> tally.countSoon(7))
        .thenFails(IllegalStateException.class, failure -> assertThat(failure).hasMessage("seven"))
        .thenNoEvents();
  }

  @Test
  void keepsAStageApartFromItsReply() {
    assertFailing(() -> fixture.when(tally -> tally.countSoon(3)))
        .hasMessageContaining("use whenAsync");
  }

  @Test
  void callsVoidMethods() {
    fixture.whenVoid(Tally::reset).thenSucceeds().thenEvents(new Counted(0));
  }

  @Test
  void callsDefaultMethodsOfTheContract() {
    fixture
        .when(tally -> tally.countTwice(3))
        .thenReply(6)
        .thenEvents(new Counted(3), new Counted(3));
  }

  @Test
  void aStepIsOneCall() {
    assertFailing(() -> fixture.when(tally -> 1)).hasMessageContainingAll("tally/t", "0 times");
    assertFailing(() -> fixture.when(tally -> tally.count(1) + tally.count(2)))
        .hasMessageContainingAll("tally/t", "2 times", "tally/t.count(2)");
  }

  @Test
  void tellsApartWhatFailsAroundTheCall() {
    assertFailing(
            () ->
                fixture.when(
                    tally -> {
                      tally.count(1);
                      throw new IllegalStateException("in the test");
                    }))
        .hasMessageContainingAll("around tally/t.count(1)", "in the test");
  }

  @Test
  void theReferenceTellsWhatItRefersTo() {
    fixture.whenVoid(
        tally -> {
          tally.reset();
          assertThat(tally).hasToString("tally/t").isEqualTo(tally).hasSameHashCodeAs(tally);
        });
  }

  @Test
  void historyIsGivenBeforeTheFirstCall() {
    fixture.when(Tally::total);

    assertThatThrownBy(() -> fixture.given(new Counted(1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("given comes before");
    assertThatThrownBy(() -> fixture.givenState(1)).hasMessageContaining("givenState comes before");
    assertThatThrownBy(() -> fixture.key("u")).hasMessageContaining("key comes before");
  }

  @Test
  void eventsFollowAGivenState() {
    fixture
        .given(new Counted(1000))
        .givenState(10, 5)
        .given(new Counted(2))
        .when(Tally::total)
        .thenReply(12)
        .thenVersion(6);
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertFailing(
      ThrowingCallable step) {
    return assertThatThrownBy(step).isInstanceOf(AssertionError.class);
  }

  @Grain("tally")
  interface Tally {
    int count(int by);

    int countThenFail();

    CompletionStage<Integer> countSoon(int by);

    void reset();

    @ReadOnly
    int total();

    default int countTwice(int by) {
      count(by);
      return count(by);
    }
  }

  record Counted(int by) {}

  static final class TallyGrain extends EventSourcedGrain<Integer, Counted> implements Tally {

    @Override
    protected Integer initialState() {
      return 0;
    }

    @Override
    protected Integer apply(Integer state, Counted event) {
      return event.by() == 0 ? 0 : state + event.by();
    }

    @Override
    public int count(int by) {
      if (by < 0) {
        throw new IllegalArgumentException(Integer.toString(by));
      }
      emit(new Counted(by));
      return state();
    }

    @Override
    public int countThenFail() {
      emit(new Counted(1));
      afterCommit(() -> {});
      throw new IllegalStateException("after " + state());
    }

    @Override
    public CompletionStage<Integer> countSoon(int by) {
      int total = count(by);
      return by == 7
          ? CompletableFuture.failedFuture(new IllegalStateException("seven"))
          : CompletableFuture.supplyAsync(() -> total);
    }

    @Override
    public void reset() {
      emit(new Counted(0));
    }

    @Override
    public int total() {
      return state();
    }
  }
}
