package dev.grains.internal.activation;

import dev.grains.DeactivationReason;
import dev.grains.internal.call.Answer;
import dev.grains.internal.call.Batch;
import dev.grains.internal.turn.Decision;
import dev.grains.internal.turn.KnownReplies;
import dev.grains.internal.turn.Turn;
import dev.grains.spi.StoreUnavailableException;
import dev.grains.spi.StoredGrain;
import org.jspecify.annotations.Nullable;

/** Runs the batches of a queued activation, one after another. Confined to the one runner. */
final class Runner {

  private static final int RECENT_KEYS = 256;
  private static final int RECENT_KEYS_WITHOUT_STORE = 1_000;

  private final QueuedActivation activation;
  private final TypeHost host;
  private final Instance instance;
  private final RecentKeys recentKeys;
  private int outages;

  Runner(QueuedActivation activation) {
    this.activation = activation;
    this.host = activation.host;
    this.instance = new Instance(activation.id, host);
    this.recentKeys =
        new RecentKeys(host.committer() == null ? RECENT_KEYS_WITHOUT_STORE : RECENT_KEYS);
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
      Batch current = batch;
      if (!worker && instance.mustAskStore(batch, recentKeys)) {
        host.services().loads().execute(() -> runOneThenAll(current));
        return;
      }
      if (!runOne(batch, admitted, worker)) {
        return;
      }
      batch = activation.next();
    }
  }

  private void runOneThenAll(Batch batch) {
    if (runOne(batch, null, true)) {
      runAll(null, true);
    }
  }

  /** Runs one batch; returns false if this run is over: it has failed, or goes on later. */
  private boolean runOne(Batch batch, @Nullable Batch admitted, boolean worker) {
    try {
      if (batch.query() && !host.plain()) {
        query(batch, admitted, worker);
      } else {
        return turn(batch, admitted, worker);
      }
      return true;
    } catch (RuntimeException | Error failure) {
      activation.notRun(batch);
      give(batch, failed(batch, failure), admitted);
      activation.crash(failure);
      return false;
    }
  }

  private Answer failed(Batch batch, Throwable failure) {
    return host.failures().answer(batch, Failures.notActivated(activation.id, failure));
  }

  private void query(Batch batch, @Nullable Batch admitted, boolean worker) {
    Committed state = activation.committed;
    Answer answer = state == null ? Answer.Status.MOVED : activation.query(state, batch, worker);
    give(batch, answer, admitted);
  }

  private boolean turn(Batch batch, @Nullable Batch admitted, boolean worker) {
    KnownReplies known;
    try {
      known = instance.knownReplies(batch, recentKeys);
    } catch (StoreUnavailableException outage) {
      if (host.now() < batch.giveUp()) {
        turnLater(batch);
        return false;
      }
      activation.notRun(batch);
      give(batch, host.failures().answer(batch, Failures.outage(activation.id, outage)), admitted);
      return true;
    }
    outages = 0;
    Decision decision =
        Turn.run(host.turns(), batch, instance.grain(), instance.context(), known, worker);
    recentKeys.add(decision.replies());
    if (activation.decided(decision)) {
      give(batch, decision.answer(), admitted);
      Hooks.afterCommit(decision.after(), activation.id, host.services().afterCommit());
    }
    return true;
  }

  /** Tries again when the store may be back; the activation rests for nobody else meanwhile. */
  private void turnLater(Batch batch) {
    Runnable again = () -> host.services().loads().execute(() -> runOneThenAll(batch));
    host.loadLater(++outages, batch.giveUp(), again);
  }

  private void give(Batch batch, Answer answer, @Nullable Batch admitted) {
    if (batch == admitted) {
      batch.answer(answer);
    } else {
      host.reply(batch, answer);
    }
  }
}
