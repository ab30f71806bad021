package dev.grains.internal.turn;

import dev.grains.GrainId;
import dev.grains.Grains;
import dev.grains.spi.GrainContext;
import dev.grains.spi.GrainHooks;
import dev.grains.spi.GrainType.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind one grain instance of an activation: the tentative state of commands, or the
 * committed state of one query. Confined to the turns of the grain.
 */
public final class TurnContext implements GrainContext {

  private enum Mode {
    CLOSED,
    HOOK,
    QUERY,
    COMMAND
  }

  private final GrainId id;
  private final Kind kind;
  private final Grains grains;
  private @Nullable GrainHooks hooks;
  private Mode mode = Mode.CLOSED;

  private @Nullable Object state;
  private boolean stored;
  private long version;

  // what the command under way has done
  private List<Object> events = List.of();
  private List<Runnable> after = List.of();
  private int writes;
  private boolean leaveSoon;
  private @Nullable Throwable crash;

  public TurnContext(GrainId id, Kind kind, Grains grains) {
    this.id = id;
    this.kind = kind;
    this.grains = grains;
  }

  @Override
  public void hooks(GrainHooks value) {
    hooks = value;
  }

  /** The hooks of the instance; there are none if its factory handed out an older one. */
  public GrainHooks hooks() {
    GrainHooks known = hooks;
    if (known == null) {
      throw new IllegalStateException("the grain instance of " + id + " has not been created");
    }
    return known;
  }

  @Override
  public GrainId id() {
    return id;
  }

  @Override
  public Grains grains() {
    return grains;
  }

  /**
   * Sets the state that the next turn or query starts from.
   *
   * @param value the stored state, null for the initial one
   */
  public void reset(@Nullable Object value, long atVersion) {
    stored = value != null;
    state = value != null || kind == Kind.PLAIN ? value : hooks().initialState();
    version = atVersion;
    events = List.of();
    after = List.of();
    writes = 0;
    crash = null;
  }

  /** The state to store: null if it is the initial one of a document. */
  @Nullable Object toStore() {
    return stored || kind == Kind.EVENT_SOURCED ? state : null;
  }

  @Override
  public Object state() {
    if (mode == Mode.CLOSED) {
      throw new IllegalStateException(
          "the state of "
              + id
              + " can be used only inside its turns: not in the constructor, nor"
              + " later from another thread");
    }
    Object current = state;
    if (current == null) {
      throw new IllegalStateException(id + " has no stored state");
    }
    return current;
  }

  @Override
  public long version() {
    return version;
  }

  @Override
  public void setState(Object value) {
    mayWrite("set state");
    state = value;
    stored = true;
    wrote();
  }

  @Override
  public void clearState() {
    mayWrite("clear its state");
    state = hooks().initialState();
    stored = false;
    wrote();
  }

  private void wrote() {
    if (writes == 0) {
      version++;
    }
    writes++;
  }

  @Override
  public void emit(Object event) {
    mayWrite("emit events");
    try {
      state = hooks().apply(state(), event);
    } catch (RuntimeException | Error failure) {
      crash = failure;
      throw failure;
    }
    if (events.isEmpty()) {
      events = new ArrayList<>(2);
    }
    events.add(event);
    version++;
    writes++;
  }

  private void mayWrite(String what) {
    if (mode != Mode.COMMAND) {
      throw new IllegalStateException(
          id
              + " cannot "
              + what
              + " in a "
              + (mode == Mode.QUERY ? "query" : "hook")
              + "; only commands can");
    }
  }

  @Override
  public void afterCommit(Runnable action) {
    if (mode != Mode.COMMAND) {
      throw new IllegalStateException(id + " can use afterCommit only in a command");
    }
    if (after.isEmpty()) {
      after = new ArrayList<>(2);
    }
    after.add(action);
  }

  @Override
  public void deactivateSoon() {
    leaveSoon = true;
  }

  /** Whether the grain has asked to leave memory; asking is forgotten. */
  boolean takeLeaveSoon() {
    boolean asked = leaveSoon;
    leaveSoon = false;
    return asked;
  }

  /** The point to which a command that fails is undone. */
  record Savepoint(@Nullable Object state, boolean stored, long version) {}

  Savepoint beginCommand() {
    mode = Mode.COMMAND;
    events = List.of();
    after = List.of();
    writes = 0;
    crash = null;
    return new Savepoint(state, stored, version);
  }

  void undo(Savepoint savepoint) {
    state = savepoint.state;
    stored = savepoint.stored;
    version = savepoint.version;
    events = List.of();
    after = List.of();
    writes = 0;
  }

  void beginQuery() {
    mode = Mode.QUERY;
  }

  void beginHook() {
    mode = Mode.HOOK;
  }

  public void end() {
    mode = Mode.CLOSED;
  }

  List<Object> events() {
    return events;
  }

  List<Runnable> after() {
    return after;
  }

  boolean hasWritten() {
    return writes > 0;
  }

  /** What {@code apply} threw in the command, if it did. */
  @Nullable Throwable crash() {
    return crash;
  }
}
