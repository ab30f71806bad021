package dev.grains.internal.activation;

import dev.grains.DeactivationReason;
import dev.grains.GrainId;
import dev.grains.internal.call.Answer;
import dev.grains.internal.call.Batch;
import dev.grains.internal.commit.EntryState;
import dev.grains.internal.commit.ReplicaDelta;
import dev.grains.internal.commit.ReplicatedEntry;
import dev.grains.internal.commit.Replication;
import dev.grains.internal.turn.Decision;
import dev.grains.internal.turn.Turn;
import dev.grains.internal.turn.TurnContext;
import dev.grains.spi.Commit;
import dev.grains.spi.EventFold;
import dev.grains.spi.GrainHooks;
import dev.grains.spi.KeyedReply;
import dev.grains.spi.Receipt;
import dev.grains.spi.StoredGrain;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/*
 * The activation of a non-blocking grain kept in cluster memory: load, turn and commit all happen
 * inside the admission, on the partition thread, which alone runs its turns.
 *
 * Truth. The map entry is the truth; this object caches its decoded state. An entry at another version
 * than the cache was written elsewhere while the partition was away: the cache is loaded anew.
 *
 * Acknowledgement. The answer is the result of the entry processor, so Hazelcast itself holds it back
 * until the backups have acknowledged. A command that writes nothing, and a query, may rest on a write
 * whose acknowledgement is not known here: they make the backups acknowledge once more. Hazelcast
 * gives up waiting for a backup after five seconds; so does this class.
 */
final class InlineActivation extends Activation {

  private static final long ACKNOWLEDGED_NANOS = TimeUnit.SECONDS.toNanos(6);

  private final Replication replication;
  private final Callers callers = new Callers();
  private @Nullable TurnContext context;
  private @Nullable Object grain;

  // guarded by this
  private boolean busy;
  private boolean gone;
  private @Nullable DeactivationReason leaving;

  private volatile long acknowledgedVersion = -1;
  private volatile long lastCommit;

  InlineActivation(GrainId id, int partition, int tenure, TypeHost host, Replication replication) {
    super(id, partition, tenure, host);
    this.replication = replication;
  }

  @Override
  @Nullable Answer admit(Batch batch, @Nullable EntryState entry) {
    if (entry == null) {
      return Answer.Status.MOVED; // only an admission has the entry
    }
    synchronized (this) {
      if (gone) {
        return null;
      }
      if (busy) {
        return Answer.Status.MOVED; // its onDeactivate runs; the next attempt finds it gone
      }
      busy = true;
    }
    try {
      return run(batch, entry);
    } catch (RuntimeException | Error failure) {
      return crash(batch, failure);
    } finally {
      rest();
    }
  }

  private void rest() {
    DeactivationReason reason;
    synchronized (this) {
      busy = false;
      reason = gone ? null : leaving;
    }
    if (reason != null) {
      leaveIfIdle(reason);
    } else {
      host.rested(this);
    }
  }

  private Answer run(Batch batch, EntryState entry) {
    ReplicatedEntry value = entry.value();
    Committed current = committed;
    if (current == null || current.version() != (value == null ? 0 : value.version())) {
      current = load(value, current != null);
    }
    if (batch.query()) {
      return query(current, batch, entry);
    }
    Answer known = callers.recognise(batch);
    if (known != null) {
      host.metrics().repeated();
      awaitBackupsIfNeeded(current, batch, entry);
      return known;
    }
    return decide(current, batch, entry, value);
  }

  private Answer query(Committed current, Batch batch, EntryState entry) {
    awaitBackupsIfNeeded(current, batch, entry);
    return query(current, batch, false);
  }

  private Answer decide(
      Committed current, Batch batch, EntryState entry, @Nullable ReplicatedEntry value) {
    TurnContext turn = turnContext();
    turn.reset(current.state(), current.version());
    long now = host.now();
    Decision decision =
        Turn.run(host.turns(), batch, instance(), turn, key -> reply(value, key, now), false);
    if (decision.leave()) {
      leaving = DeactivationReason.REQUESTED;
    }
    if (decision.crash() != null) {
      leaving = DeactivationReason.FAILED;
      host.metrics().failed();
      host.services().crashes().failed(id, decision.crash());
    }
    if (!decision.wrote()) {
      awaitBackupsIfNeeded(current, batch, entry);
      Hooks.afterCommit(decision.after(), id, host.services().afterCommit());
      return decision.answer();
    }
    return commit(decision, entry, value);
  }

  private static byte @Nullable [] reply(@Nullable ReplicatedEntry value, String key, long now) {
    KeyedReply reply = value == null ? null : value.reply(key, now);
    return reply == null ? null : reply.reply();
  }

  private Answer commit(Decision decision, EntryState entry, @Nullable ReplicatedEntry value) {
    byte[] encoded = decision.encoded();
    Receipt receipt = Callers.receipt(decision.batch(), encoded == null ? new byte[0] : encoded);
    ReplicaDelta delta;
    try {
      delta = replication.delta(toCommit(decision, receipt));
    } catch (RuntimeException unstorable) {
      return host.failures().answer(decision.batch(), Failures.rejected(id, unstorable));
    }
    entry.replace(delta.apply(value), delta);
    committed = new Committed(decision.state(), decision.newVersion());
    lastCommit = System.nanoTime();
    callers.waiting(decision.batch(), host.now());
    callers.answered(decision.batch(), decision.answer());
    acknowledge(decision.batch(), decision.newVersion(), decision.after());
    return decision.answer();
  }

  private Commit toCommit(Decision decision, Receipt receipt) {
    return new Commit(
        host.definition().type(),
        id,
        decision.expectedVersion(),
        decision.newVersion(),
        host.services().clock().instant(),
        decision.events(),
        decision.state(),
        List.of(receipt),
        decision.replies());
  }

  private void acknowledge(Batch batch, long version, List<Runnable> after) {
    if (batch.origin() == null) {
      // the owner is not told when the backups have acknowledged to a remote caller
      if (!after.isEmpty()) {
        host.services()
            .afterBackups()
            .run(id, () -> Hooks.afterCommit(after, id, host.services().afterCommit()));
      }
      return;
    }
    batch.onAcknowledged(
        () -> {
          acknowledgedVersion = Math.max(acknowledgedVersion, version);
          Hooks.afterCommit(after, id, host.services().afterCommit());
        });
  }

  private void awaitBackupsIfNeeded(Committed current, Batch batch, EntryState entry) {
    if (acknowledged(current)) {
      return;
    }
    entry.awaitBackups();
    if (batch.origin() != null) {
      long version = current.version();
      batch.onAcknowledged(() -> acknowledgedVersion = Math.max(acknowledgedVersion, version));
    }
  }

  private boolean acknowledged(Committed current) {
    return host.settings().backups() == 0
        || current.version() <= acknowledgedVersion
        || current.version() == 0
        || System.nanoTime() - lastCommit > ACKNOWLEDGED_NANOS;
  }

  @Override
  boolean queriesHere() {
    Committed current = committed;
    return current != null && acknowledged(current);
  }

  private Committed load(@Nullable ReplicatedEntry value, boolean again) {
    if (again) {
      host.metrics().conflict();
      host.metrics().replaced(DeactivationReason.CONFLICT);
      host.hooks().deactivate(turnContext(), null, DeactivationReason.CONFLICT);
    }
    long start = System.nanoTime();
    TurnContext fresh = host.newContext(id);
    grain = host.definition().newInstance(fresh);
    context = fresh;
    StoredGrain stored = replication.grain(value, id.toString(), fold(fresh.hooks()), host.now());
    callers.load(stored.receipts());
    fresh.reset(stored.state(), stored.version());
    host.hooks().activate(fresh, null);
    host.metrics().loaded(System.nanoTime() - start);
    Committed loaded = new Committed(stored.state(), stored.version());
    lastCommit = System.nanoTime(); // a promoted backup may be ahead of the other backups
    committed = loaded;
    host.services().crashes().recovered(id);
    return loaded;
  }

  static EventFold fold(GrainHooks hooks) {
    return new EventFold() {
      @Override
      public Object initialState() {
        return hooks.initialState();
      }

      @Override
      public Object apply(Object state, Object event) {
        return hooks.apply(state, event);
      }
    };
  }

  private TurnContext turnContext() {
    TurnContext known = context;
    if (known == null) {
      throw new IllegalStateException(id + " has not been loaded");
    }
    return known;
  }

  private Object instance() {
    Object known = grain;
    if (known == null) {
      throw new IllegalStateException(id + " has not been loaded");
    }
    return known;
  }

  private Answer crash(Batch batch, Throwable failure) {
    host.metrics().failed();
    host.services().crashes().failed(id, failure);
    synchronized (this) {
      gone = true;
    }
    host.left(this, DeactivationReason.FAILED);
    return host.failures().answer(batch, Failures.notActivated(id, failure));
  }

  @Override
  boolean leaveIfIdle(DeactivationReason reason) {
    synchronized (this) {
      if (busy || gone) {
        return false;
      }
      busy = true;
    }
    TurnContext known = context;
    if (host.hasDeactivateHook() && known != null && committed != null) {
      host.hooks().deactivate(known, null, reason);
    }
    synchronized (this) {
      gone = true;
      busy = false;
    }
    host.left(this, reason);
    return true;
  }

  @Override
  void leaveSoon(DeactivationReason reason) {
    leave(reason);
  }

  @Override
  void leave(DeactivationReason reason) {
    synchronized (this) {
      leaving = reason; // whoever is busy now leaves when that is done
    }
    leaveIfIdle(reason);
  }

  @Override
  synchronized boolean gone() {
    return gone;
  }

  @Override
  int depth() {
    return 0;
  }
}
