package dev.grains.test;

import dev.grains.test.FixtureContext.Phase;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An object of the grain class with its context.
 *
 * @param grain the object
 * @param context its context
 */
record Instance(Object grain, FixtureContext context) {

  Object initialState() {
    context.enter(Phase.APPLY, null, 0);
    Object state = context.hooks().initialState();
    context.leave("initialState of " + name());
    return Objects.requireNonNull(state, () -> "initialState of " + name() + " returned null");
  }

  Object apply(Object state, Object event) {
    context.enter(Phase.APPLY, state, 0);
    Object next;
    try {
      next = context.hooks().apply(state, event);
    } catch (RuntimeException e) {
      throw new AssertionError(
          "apply of "
              + name()
              + " failed on "
              + event
              + " with "
              + e
              + "; it must accept every event",
          e);
    }
    context.leave("apply of " + name());
    return Objects.requireNonNull(next, () -> "apply of " + name() + " returned null on " + event);
  }

  /** Runs what is not a handler, such as a hook. */
  void run(Phase phase, @Nullable Object state, long version, String what, Runnable code) {
    context.enter(phase, state, version);
    RuntimeException failure = null;
    try {
      code.run();
    } catch (RuntimeException e) {
      failure = e;
    }
    context.leave(what);
    if (failure != null) {
      throw new AssertionError(what + " failed with " + failure, failure);
    }
  }

  private String name() {
    return grain.getClass().getSimpleName();
  }
}
