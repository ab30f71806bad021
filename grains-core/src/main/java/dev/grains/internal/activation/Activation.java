package dev.grains.internal.activation;

import dev.grains.DeactivationReason;
import dev.grains.GrainId;
import dev.grains.internal.call.Answer;
import dev.grains.internal.call.Batch;
import dev.grains.internal.call.CommandCall;
import dev.grains.internal.call.Failed;
import dev.grains.internal.call.LocalQueries;
import dev.grains.internal.commit.EntryState;
import dev.grains.internal.definition.ContractMethod;
import dev.grains.internal.turn.Query;
import dev.grains.internal.turn.TurnContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/** A grain in the memory of this member. Thread-safe; see its two kinds for their rules. */
abstract class Activation {

  private static final AtomicReferenceFieldUpdater<Activation, QueryInstance> SPARE =
      AtomicReferenceFieldUpdater.newUpdater(Activation.class, QueryInstance.class, "spare");

  /** An instance for queries, used by one at a time. */
  private record QueryInstance(Object grain, TurnContext context) {}

  final GrainId id;
  final int partition;
  final int tenure;
  final TypeHost host;

  /** What is durable; null until loaded, and while that is in doubt. */
  volatile @Nullable Committed committed;

  private volatile @Nullable QueryInstance spare;
  private long lastUsedNanos;
  private long lastUsedMillis;

  /** Whether it has been chosen to leave; if it has work, it does so when that is done. */
  volatile boolean beyondBound;

  // guarded by the residency of the type
  long heapStamp;
  int heapIndex = -1;

  Activation(GrainId id, int partition, int tenure, TypeHost host) {
    this.id = id;
    this.partition = partition;
    this.tenure = tenure;
    this.host = host;
    used();
  }

  GrainId id() {
    return id;
  }

  /** Stamps the activation as used now; a stamp lost to a race is as good as an earlier one. */
  final void used() {
    lastUsedNanos = System.nanoTime();
    lastUsedMillis = host.now();
  }

  final long lastUsed() {
    return lastUsedNanos;
  }

  final boolean idleSince(long millis) {
    return lastUsedMillis <= millis;
  }

  /**
   * Takes a batch, on the partition thread or when it is handed over by an earlier activation.
   *
   * @param entry the entry of the grain, for admissions on the partition thread
   * @return the answer, or null if the activation is gone and another must be made
   */
  abstract @Nullable Answer admit(Batch batch, @Nullable EntryState entry);

  /** Leaves memory unless there is something to do. Returns whether it leaves. */
  abstract boolean leaveIfIdle(DeactivationReason reason);

  /** Leaves memory once there is nothing to do. */
  abstract void leaveSoon(DeactivationReason reason);

  /**
   * Takes no more batches, hands back those that wait, and leaves once what it decided is durable.
   */
  abstract void leave(DeactivationReason reason);

  /** Whether it has left. */
  abstract boolean gone();

  /** The number of waiting batches. */
  abstract int depth();

  /** Runs a query on the caller's thread, if there is committed state to run it on. */
  final @Nullable Object queryHere(
      ContractMethod method,
      Object @Nullable [] arguments,
      Map<String, String> headers,
      long deadline) {
    Committed state = committed;
    if (state == null || !queriesHere()) {
      return LocalQueries.NOT_HERE;
    }
    used();
    host.used(this);
    return query(
        state,
        method,
        arguments == null ? new Object[0] : arguments,
        headers,
        List.of(),
        deadline,
        false);
  }

  /** Whether the committed state may be shown without asking anybody. */
  abstract boolean queriesHere();

  /** Runs a query that was sent: at once if it only computes, else on a worker. */
  final Answer querySent(Batch batch, Committed state) {
    if (host.nonBlocking()) {
      return query(state, batch, false);
    }
    host.services().workers().execute(() -> host.reply(batch, query(state, batch, true)));
    return Answer.Status.ACCEPTED;
  }

  /** Runs a query that was sent. */
  final Answer query(Committed state, Batch batch, boolean worker) {
    CommandCall call = batch.command(0);
    ContractMethod method = host.definition().contract().byId(call.methodId());
    Object outcome;
    if (method == null) {
      return host.failures().unknownMethod(batch);
    }
    try {
      outcome =
          query(
              state,
              method,
              call.arguments(method),
              call.headers(),
              call.chain(),
              call.deadline(),
              worker);
    } catch (RuntimeException undecodable) {
      outcome = new Failed(undecodable);
    }
    return host.failures().answer(batch, method, outcome);
  }

  private @Nullable Object query(
      Committed state,
      ContractMethod method,
      @Nullable Object[] arguments,
      Map<String, String> headers,
      List<String> chain,
      long deadline,
      boolean worker) {
    @SuppressWarnings("NullAway") // the updater does not know that the field may be null
    QueryInstance instance = SPARE.getAndSet(this, null);
    if (instance == null) {
      TurnContext context = host.newContext(id);
      instance = new QueryInstance(host.definition().newInstance(context), context);
    }
    instance.context.reset(state.state(), state.version());
    try {
      return Query.run(
          host.turns(),
          id,
          method,
          arguments,
          headers,
          chain,
          deadline,
          instance.grain,
          instance.context,
          worker);
    } finally {
      spare = instance;
    }
  }

  @Override
  public String toString() {
    return "activation of " + id;
  }
}
