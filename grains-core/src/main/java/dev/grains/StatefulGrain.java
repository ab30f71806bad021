package dev.grains;

import java.util.Objects;

/**
 * The base of grain classes whose state is stored as one document.
 *
 * <p>The state is an immutable value, normally a record. A command sets a new one; if the command
 * fails, what it set is dropped. The version counts the commits of the grain.
 *
 * @param <S> the type of the state: a record, or a sealed hierarchy of records
 * @since 0.1
 */
public abstract class StatefulGrain<S> extends Grain {

  /** Creates the grain for the activation that is being set up on this thread. */
  protected StatefulGrain() {}

  /**
   * Returns the state of a grain that was never set, or was cleared. Must not depend on the fields
   * of the grain.
   *
   * @return the initial state
   */
  protected abstract S initialState();

  /**
   * Returns the current state: in a command what this turn has set so far, in a query what was last
   * committed.
   *
   * @return the state
   */
  @SuppressWarnings("unchecked") // setState and initialState accept nothing but S
  protected final S state() {
    return (S) context().state();
  }

  /**
   * Replaces the state, to be committed at the end of the turn.
   *
   * @param state the new state
   * @throws IllegalStateException in a query or in a hook; nothing is changed
   */
  protected final void setState(S state) {
    context().setState(Objects.requireNonNull(state, "state"));
  }

  /**
   * Removes the stored state; {@link #state()} is the initial state again. The version goes on.
   *
   * @throws IllegalStateException in a query or in a hook; nothing is changed
   */
  protected final void clearState() {
    context().clearState();
  }

  /**
   * Returns the version that {@link CallOptions#ifVersion} is held against: the number of commits
   * behind {@link #state()}, those still under way included.
   *
   * @return the version, 0 for a grain that was never written
   */
  protected final long version() {
    return context().version();
  }

  @Override
  final Object initialStateForHooks() {
    return initialState();
  }
}
