package dev.grains.test;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What came of one call of a {@link GrainFixture}. Each step checks something and fails with an
 * {@link AssertionError} that names the call, what was expected and what there was. A call that
 * failed must be looked at with {@code thenFails}, or the next step fails.
 *
 * @param <C> the contract
 * @param <S> the type of the state
 * @param <E> the type of the events
 * @param <R> the type of the reply
 * @since 0.1
 */
public final class GrainOutcome<C, S, E, R extends @Nullable Object> {

  private final GrainFixture<C, S, E> fixture;
  private final FixtureGrain grain;
  private final Turn turn;
  private final @Nullable R reply;
  private final @Nullable Object state;
  private final long version;
  private boolean failureSeen;

  GrainOutcome(GrainFixture<C, S, E> fixture, FixtureGrain grain, Turn turn, @Nullable R reply) {
    this.fixture = fixture;
    this.grain = grain;
    this.turn = turn;
    this.reply = reply;
    this.state = grain.committed();
    this.version = grain.version();
  }

  /**
   * Checks that the call succeeded, and what it replied.
   *
   * @param expected the reply, compared by equals
   * @return this outcome
   */
  public GrainOutcome<C, S, E, R> thenReply(@Nullable R expected) {
    expectSuccess();
    assertThat((Object) reply).as("reply of %s", turn.call()).isEqualTo(expected);
    return this;
  }

  /**
   * Checks that the call succeeded, and lets the test look at the reply.
   *
   * @param check looks at the reply
   * @return this outcome
   */
  public GrainOutcome<C, S, E, R> thenReplySatisfies(Consumer<? super R> check) {
    expectSuccess();
    satisfies("reply", reply, check);
    return this;
  }

  /**
   * Checks that the call succeeded.
   *
   * @return this outcome
   */
  public GrainOutcome<C, S, E, R> thenSucceeds() {
    expectSuccess();
    return this;
  }

  /**
   * Checks which events the call emitted, all of them in order.
   *
   * @param expected the events, compared by equals
   * @return this outcome
   */
  @SafeVarargs
  public final GrainOutcome<C, S, E, R> thenEvents(E... expected) {
    expectFailureSeen();
    List<Object> all = new ArrayList<>();
    for (E event : expected) {
      all.add(event);
    }
    assertThat(turn.decision().events()).as("events of %s", turn.call()).isEqualTo(all);
    return this;
  }

  /**
   * Checks that the call emitted no event, or failed and so committed none.
   *
   * @return this outcome
   */
  public GrainOutcome<C, S, E, R> thenNoEvents() {
    return thenEvents();
  }

  /**
   * Lets the test look at the events that the call emitted.
   *
   * @param check looks at the events
   * @return this outcome
   */
  @SuppressWarnings("unchecked") // emit accepts nothing but E
  public GrainOutcome<C, S, E, R> thenEventsSatisfy(Consumer<? super List<E>> check) {
    expectFailureSeen();
    satisfies("events", (List<E>) turn.decision().events(), check);
    return this;
  }

  /**
   * Checks the committed state after the call.
   *
   * @param expected the state, compared by equals
   * @return this outcome
   */
  public GrainOutcome<C, S, E, R> thenState(S expected) {
    assertThat(state()).as("state after %s", turn.call()).isEqualTo(expected);
    return this;
  }

  /**
   * Lets the test look at the committed state after the call.
   *
   * @param check looks at the state
   * @return this outcome
   */
  @SuppressWarnings("unchecked") // setState, apply and initialState make nothing but S
  public GrainOutcome<C, S, E, R> thenStateSatisfies(Consumer<? super S> check) {
    satisfies("state", (S) state(), check);
    return this;
  }

  private Object state() {
    expectFailureSeen();
    if (state == null) {
      throw new IllegalStateException(
          grain.id() + " is a plain grain, without a state to look at; ask it with a query");
    }
    return state;
  }

  /**
   * Checks the version after the call: the number of events, or of commits of a document.
   *
   * @param expected the version
   * @return this outcome
   */
  public GrainOutcome<C, S, E, R> thenVersion(long expected) {
    expectFailureSeen();
    assertThat(version).as("version after %s", turn.call()).isEqualTo(expected);
    return this;
  }

  /**
   * Checks that the call failed.
   *
   * @param type what the caller gets, or a supertype
   * @return this outcome
   */
  public GrainOutcome<C, S, E, R> thenFails(Class<? extends Throwable> type) {
    return thenFails(type, failure -> {});
  }

  /**
   * Checks that the call failed, and lets the test look at the failure.
   *
   * @param <X> the type of the failure
   * @param type what the caller gets, or a supertype
   * @param check looks at the failure
   * @return this outcome
   */
  public <X extends Throwable> GrainOutcome<C, S, E, R> thenFails(
      Class<X> type, Consumer<? super X> check) {
    failureSeen = true;
    Throwable failure = turn.failure();
    if (failure == null) {
      throw new AssertionError(
          turn.call() + " was expected to fail with " + type.getName() + ", but replied " + reply);
    }
    if (!type.isInstance(failure)) {
      throw new AssertionError(
          turn.call()
              + " was expected to fail with "
              + type.getName()
              + ", but failed with "
              + failure,
          failure);
    }
    satisfies("failure", type.cast(failure), check);
    return this;
  }

  /**
   * Checks how many {@code afterCommit} actions the call left behind. A fixture runs them only when
   * asked to.
   *
   * @param expected the number of actions
   * @return this outcome
   */
  public GrainOutcome<C, S, E, R> thenAfterCommit(int expected) {
    expectFailureSeen();
    assertThat(turn.decision().actions())
        .as("afterCommit actions of %s", turn.call())
        .hasSize(expected);
    return this;
  }

  /**
   * Runs the {@code afterCommit} actions of the call, in order. There must be one, and none may
   * fail.
   *
   * @return this outcome
   */
  public GrainOutcome<C, S, E, R> runAfterCommit() {
    expectFailureSeen();
    assertThat(turn.decision().actions()).as("afterCommit actions of %s", turn.call()).isNotEmpty();
    turn.runActions();
    return this;
  }

  /**
   * Checks that the call asked for the activation to leave memory; it has left by now.
   *
   * @return this outcome
   */
  public GrainOutcome<C, S, E, R> thenDeactivates() {
    expectFailureSeen();
    assertThat(turn.decision().leaving())
        .as("whether %s asked for deactivation", turn.call())
        .isTrue();
    return this;
  }

  /**
   * Returns to the fixture, for the next call of the same grain.
   *
   * @return the fixture
   */
  public GrainFixture<C, S, E> and() {
    expectFailureSeen();
    return fixture;
  }

  void expectFailureSeen() {
    if (!failureSeen) {
      expectSuccess();
    }
  }

  private void expectSuccess() {
    if (turn.failure() != null) {
      throw new AssertionError(turn.call() + " failed with " + turn.failure(), turn.failure());
    }
  }

  private <T extends @Nullable Object> void satisfies(
      String what, T value, Consumer<? super T> check) {
    try {
      check.accept(value);
    } catch (AssertionError e) {
      throw new AssertionError(
          what + " of " + turn.call() + ", which is " + value + ": " + e.getMessage(), e);
    }
  }
}
