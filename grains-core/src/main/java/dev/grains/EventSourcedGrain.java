package dev.grains;

import java.util.Objects;

/**
 * The base of grain classes whose state is built from events.
 *
 * <p>A command decides by emitting events; {@link #apply} turns each into the next state, in the
 * command that emits it and whenever the grain is loaded again. If the command fails, its events
 * are dropped.
 *
 * @param <S> the type of the state: an immutable value, normally a record
 * @param <E> the type of the events: a record, or a sealed interface of records
 * @since 0.1
 */
public abstract class EventSourcedGrain<S, E> extends Grain {

  /** Creates the grain for the activation that is being set up on this thread. */
  protected EventSourcedGrain() {}

  /**
   * Returns the state before the first event. Must not depend on the fields of the grain.
   *
   * @return the initial state
   */
  protected abstract S initialState();

  /**
   * Returns the state after an event. Pure: it depends on its arguments alone, and never refuses an
   * event that was once emitted. A failure drops the activation.
   *
   * @param state the state before
   * @param event the event that happened
   * @return the state after
   */
  protected abstract S apply(S state, E event);

  /**
   * Returns the current state: in a command including the events it has emitted so far, in a query
   * what was last committed.
   *
   * @return the state
   */
  @SuppressWarnings("unchecked") // only initialState and apply make states
  protected final S state() {
    return (S) context().state();
  }

  /**
   * Records that something happened, to be committed at the end of the turn.
   *
   * @param event the event; {@link #state()} includes it from now on
   * @throws IllegalStateException in a query or in a hook; nothing is changed
   */
  protected final void emit(E event) {
    context().emit(Objects.requireNonNull(event, "event"));
  }

  /**
   * Returns the version that {@link CallOptions#ifVersion} is held against: the number of events
   * behind {@link #state()}.
   *
   * @return the version, 0 for a grain without events
   */
  protected final long version() {
    return context().version();
  }

  @Override
  final Object initialStateForHooks() {
    return initialState();
  }

  @Override
  @SuppressWarnings(
      "unchecked") // the runtime passes only what this grain made or its store decoded
  final Object applyForHooks(Object state, Object event) {
    return apply((S) state, (E) event);
  }
}
