package dev.grains.test;

import dev.grains.GrainId;
import dev.grains.Grains;
import dev.grains.spi.GrainContext;
import dev.grains.spi.GrainHooks;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The context of one grain instance in a fixture. It lets each phase do what the runtime lets it
 * do, and remembers the first thing that it refused, in case the grain swallows the exception.
 */
final class FixtureContext implements GrainContext {

  enum Phase {
    CONSTRUCTION("the constructor"),
    ACTIVATION("onActivate"),
    COMMAND("a command"),
    QUERY("a query"),
    APPLY("apply or initialState"),
    DEACTIVATION("onDeactivate"),
    AFTER_COMMIT("an afterCommit action"),
    BETWEEN_TURNS("code that runs outside a turn");

    private final String place;

    Phase(String place) {
      this.place = place;
    }

    boolean hasState() {
      return this == ACTIVATION || this == COMMAND || this == QUERY || this == DEACTIVATION;
    }
  }

  private final GrainId id;
  private final Grains grains;
  private @Nullable GrainHooks hooks;
  private Phase phase = Phase.CONSTRUCTION;
  private @Nullable Object state;
  private long version;
  private List<Object> events = new ArrayList<>();
  private List<Runnable> actions = new ArrayList<>();
  private boolean stateSet;
  private boolean leaving;
  private @Nullable String violation;

  FixtureContext(GrainId id, Function<FixtureContext, Grains> grains) {
    this.id = id;
    this.grains = grains.apply(this);
  }

  @Override
  public void hooks(GrainHooks value) {
    hooks = value;
  }

  GrainHooks hooks() {
    return Objects.requireNonNull(hooks, "the grain has not called its constructor");
  }

  Phase phase() {
    return phase;
  }

  /** Starts a phase on a state; nothing of an earlier phase is left. */
  void enter(Phase next, @Nullable Object seen, long seenVersion) {
    phase = next;
    state = seen;
    version = seenVersion;
    events = new ArrayList<>();
    actions = new ArrayList<>();
    stateSet = false;
    leaving = false;
    violation = null;
  }

  /** Ends the phase. Fails if it did something that the runtime refuses. */
  Decision leave(String what) {
    phase = Phase.BETWEEN_TURNS;
    if (violation != null) {
      throw new AssertionError(what + ": " + violation);
    }
    return new Decision(events, stateSet, state, version, actions, leaving);
  }

  @Override
  public GrainId id() {
    return id;
  }

  @Override
  public Grains grains() {
    return grains;
  }

  @Override
  public Object state() {
    if (!phase.hasState() || state == null) {
      throw refusal("reads state()", "take what it needs into a local variable of the handler");
    }
    return state;
  }

  @Override
  public long version() {
    if (!phase.hasState()) {
      throw refusal("reads version()", "take what it needs into a local variable of the handler");
    }
    return version;
  }

  @Override
  public void setState(Object next) {
    expectCommand("sets state");
    replace(next);
  }

  @Override
  public void clearState() {
    expectCommand("clears state");
    replace(hooks().initialState());
  }

  private void replace(Object next) {
    if (!stateSet) {
      version++;
    }
    state = next;
    stateSet = true;
  }

  @Override
  public void emit(Object event) {
    expectCommand("emits " + event);
    phase = Phase.APPLY;
    try {
      state = hooks().apply(state(event), event);
    } catch (RuntimeException e) {
      throw violated("apply failed on " + event + " with " + e + "; it must accept every event", e);
    } finally {
      phase = Phase.COMMAND;
    }
    events.add(event);
    version++;
  }

  private Object state(Object event) {
    return Objects.requireNonNull(state, () -> "no state to apply " + event + " to");
  }

  @Override
  public void afterCommit(Runnable action) {
    expectCommand("calls afterCommit");
    actions.add(action);
  }

  @Override
  public void deactivateSoon() {
    if (phase == Phase.CONSTRUCTION || phase == Phase.APPLY) {
      throw refusal("calls deactivateSoon", "call it in a handler");
    }
    leaving = true;
  }

  private void expectCommand(String what) {
    if (phase != Phase.COMMAND) {
      throw refusal(what, "do it in a command, a method without @ReadOnly");
    }
  }

  private IllegalStateException refusal(String what, String remedy) {
    return violated(phase.place + " " + what + "; " + remedy, null);
  }

  IllegalStateException violated(String message, @Nullable Throwable cause) {
    if (violation == null) {
      violation = message;
    }
    return new IllegalStateException(id + ": " + message, cause);
  }
}
