package dev.grains.internal.activation;

import dev.grains.DeactivationReason;
import dev.grains.internal.call.Answer;
import dev.grains.internal.call.Batch;
import dev.grains.internal.turn.Decision;
import dev.grains.internal.turn.KnownReplies;
import dev.grains.internal.turn.Turn;
import dev.grains.spi.ReplyLookup;
import dev.grains.spi.StoreUnavailableException;
import dev.grains.spi.StoredGrain;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs the batches of a queued activation, one after another. Confined to the one runner. */
final class Runner {

  private static final int RECENT_KEYS = 256;
  private static final int RECENT_KEYS_WITHOUT_STORE = 1_000;

  private final QueuedActivation activation;
  private final TypeHost host;
  private final Instance instance;
  private final RecentKeys recentKeys;
  private final KnownReplies recentReplies;
  private int outages;

  Runner(QueuedActivation activation) {
    this.activation = activation;
    this.host = activation.host;
    this.instance = new Instance(activation.id, host);
    this.recentKeys =
        new RecentKeys(host.committer() == null ? RECENT_KEYS_WITHOUT_STORE : RECENT_KEYS);
    this.recentReplies = key -> recentKeys.reply(key, host.now());
  }

  StoredGrain load(DeactivationReason goodbye) {
    recentKeys.clear();
    return instance.load(goodbye);
  }

  boolean loaded() {
    return instance.loaded();
  }

  void deactivate(DeactivationReason reason) {
    instance.deactivate(reason);
  }

  /**
   * Runs batches until there is nothing to run.
   *
   * @param admitted the batch whose admission this is part of; its answer is left in it
   */
  void runAll(@Nullable Batch admitted, boolean worker) {
    Batch batch = activation.next();
    while (batch != null) {
      Set<String> keys = unknownKeys(batch);
      if (!keys.isEmpty()) {
        lookUp(batch, keys);
        return;
      }
      if (!runOne(batch, recentReplies, admitted, worker)) {
        return;
      }
      batch = activation.next();
    }
  }

  private Set<String> unknownKeys(Batch batch) {
    return host.lookups() == null || batch.query()
        ? Set.of()
        : recentKeys.unknown(batch, host.now());
  }

  /** Asks the store for keys of a batch; the role of the runner waits with it. */
  private void lookUp(Batch batch, Set<String> keys) {
    ask(
        new KeyedBatch(
            batch, new ReplyLookup(host.definition().type(), activation.id, keys), this));
  }

  private void ask(KeyedBatch keyed) {
    Objects.requireNonNull(host.lookups()).submit(keyed);
  }

  /** Goes on with a batch once the store has told what it knows of the keys. */
  void goOn(Batch batch, Map<String, byte[]> stored) {
    outages = 0;
    KnownReplies known =
        key -> {
          byte[] recent = recentReplies.reply(key);
          return recent == null ? stored.get(key) : recent;
        };
    host.runTurn(
        () -> {
          if (runOne(batch, known, null, true)) {
            runAll(null, true);
          }
        });
  }

  /** Tries again when the store may be back, or goes on without a batch that cannot wait. */
  void goOnWithout(KeyedBatch keyed, Throwable failure) {
    Batch batch = keyed.batch();
    if (!(failure instanceof StoreUnavailableException outage)) {
      crash(batch, failure, null);
    } else if (host.now() < batch.giveUp()) {
      host.loadLater(++outages, batch.giveUp(), () -> ask(keyed));
    } else {
      activation.notRun(batch);
      host.refuse(batch, Failures.outage(activation.id, outage));
      host.runTurn(() -> runAll(null, true));
    }
  }

  /** Runs one batch; returns false if this run is over, because it has failed. */
  private boolean runOne(
      Batch batch, KnownReplies known, @Nullable Batch admitted, boolean worker) {
    try {
      if (batch.query() && !host.plain()) {
        query(batch, admitted, worker);
      } else {
        turn(batch, known, admitted, worker);
      }
      return true;
    } catch (RuntimeException | Error failure) {
      crash(batch, failure, admitted);
      return false;
    }
  }

  private void crash(Batch batch, Throwable failure, @Nullable Batch admitted) {
    activation.notRun(batch);
    give(batch, failed(batch, failure), admitted);
    activation.crash(failure);
  }

  private Answer failed(Batch batch, Throwable failure) {
    return host.failures().answer(batch, Failures.notActivated(activation.id, failure));
  }

  private void query(Batch batch, @Nullable Batch admitted, boolean worker) {
    Committed state = activation.committed;
    Answer answer = state == null ? Answer.Status.MOVED : activation.query(state, batch, worker);
    give(batch, answer, admitted);
  }

  private void turn(Batch batch, KnownReplies known, @Nullable Batch admitted, boolean worker) {
    Decision decision =
        Turn.run(host.turns(), batch, instance.grain(), instance.context(), known, worker);
    recentKeys.add(decision.replies());
    if (activation.decided(decision)) {
      give(batch, decision.answer(), admitted);
      Hooks.afterCommit(decision.after(), activation.id, host.services().afterCommit());
    }
  }

  private void give(Batch batch, Answer answer, @Nullable Batch admitted) {
    if (batch == admitted) {
      batch.answer(answer);
    } else {
      host.reply(batch, answer);
    }
  }
}
