package dev.grains.test;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a handler decided.
 *
 * @param events what it emitted
 * @param stateSet whether it set or cleared the state of a document grain
 * @param state the state with all of that, null for a plain grain
 * @param version the version that goes with the state
 * @param actions what is to run once it is durable
 * @param leaving whether the activation is to leave memory
 */
record Decision(
    List<Object> events,
    boolean stateSet,
    @Nullable Object state,
    long version,
    List<Runnable> actions,
    boolean leaving) {

  Decision {
    events = List.copyOf(events);
    actions = List.copyOf(actions);
  }

  Object stateOrFail() {
    return Objects.requireNonNull(state, "a plain grain has no state");
  }

  /** What is left of it when the command fails: the wish to leave memory, and nothing else. */
  Decision dropped() {
    return new Decision(List.of(), false, null, 0, List.of(), leaving);
  }
}
