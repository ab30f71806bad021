package dev.grains.internal.turn;

import dev.grains.GrainId;
import dev.grains.internal.call.CallScope;
import dev.grains.internal.call.CommandCall;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The scope of calls made by the handlers of one turn or query. Confined to its thread. */
final class TurnScope extends CallScope {

  private final GrainId id;
  private final boolean nonBlocking;
  private final @Nullable Gate gate;
  private final @Nullable TurnScope outer;
  private List<String> waitingGrains = List.of();
  private @Nullable List<String> chain;
  private @Nullable String correlation;
  private long deadline = Long.MAX_VALUE;
  private int waits;

  /**
   * Creates a scope.
   *
   * @param gate where the thread has a slot, if it is a worker
   * @param outer the scope around a query that runs on its caller's thread
   */
  TurnScope(GrainId id, boolean nonBlocking, @Nullable Gate gate, @Nullable TurnScope outer) {
    this.id = id;
    this.nonBlocking = nonBlocking;
    this.gate = gate;
    this.outer = outer;
  }

  void command(CommandCall command, @Nullable String commandCorrelation) {
    waitingGrains = command.chain();
    correlation = commandCorrelation;
    deadline = command.deadline();
    chain = null;
  }

  void query(List<String> waiting, long queryDeadline) {
    waitingGrains = waiting;
    deadline = queryDeadline;
    chain = null;
  }

  @Override
  protected List<String> chain() {
    List<String> known = chain;
    if (known == null) {
      known = new ArrayList<>(waitingGrains);
      known.add(id.toString());
      chain = known;
    }
    return known;
  }

  @Override
  protected @Nullable String correlation() {
    return correlation;
  }

  @Override
  protected long deadline() {
    return deadline;
  }

  @Override
  protected @Nullable String whyNoWaiting() {
    return nonBlocking
        ? "a handler of "
            + id
            + " tried to call a grain or to wait for one, but its class is"
            + " @NonBlocking: use afterCommit, or remove the annotation"
        : null;
  }

  @Override
  protected void beforeWait() {
    if (waits == 0) {
      giveSlotBack(); // may refuse, and then nothing waits
    }
    waits++;
  }

  private void giveSlotBack() {
    if (gate != null) {
      gate.beforeWait();
    } else if (outer != null) {
      outer.beforeWait();
    }
  }

  @Override
  protected void afterWait() {
    if (--waits > 0) {
      return;
    }
    if (gate != null) {
      gate.afterWait();
    } else if (outer != null) {
      outer.afterWait();
    }
  }
}
