package dev.grains.internal.activation;

import dev.grains.DeactivationReason;
import dev.grains.internal.call.Answer;
import dev.grains.internal.call.Batch;
import dev.grains.spi.StoreUnavailableException;
import dev.grains.spi.StoredGrain;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Loads a queued activation, and goes on trying while its store is out and somebody waits. Confined
 * to the runner of the activation.
 */
final class Loading {

  /**
   * What can be answered once the grain is loaded.
   *
   * @param proven batches that receipts prove to have run
   * @param queries queries to run on the loaded state
   */
  record Ready(List<PendingWork.Answered> proven, List<Batch> queries) {}

  /**
   * What waits while the store is out.
   *
   * @param overdue batches that cannot wait any longer, with what to tell them
   * @param again whether others wait
   * @param giveUp when the first of them cannot wait any longer
   */
  record Outage(Map<Batch, RuntimeException> overdue, boolean again, long giveUp) {}

  private final QueuedActivation activation;
  private final TypeHost host;
  private final Runner runner;
  private int failures;

  Loading(QueuedActivation activation, Runner runner) {
    this.activation = activation;
    this.host = activation.host;
    this.runner = runner;
  }

  /** Loads and runs on a thread that may block. */
  void start() {
    host.services().loads().execute(() -> run(null));
  }

  /** Loads and runs on this thread. */
  void run(@Nullable Batch admitted) {
    DeactivationReason goodbye = activation.beginLoad();
    StoredGrain stored;
    try {
      stored = runner.load(goodbye);
    } catch (StoreUnavailableException outage) {
      tryAgain(outage);
      return;
    } catch (RuntimeException | Error failure) {
      activation.crash(failure);
      return;
    }
    failures = 0;
    host.services().crashes().recovered(activation.id);
    Ready ready = activation.loaded(stored);
    ready.proven.forEach(this::answer);
    ready.queries.forEach(this::answer);
    activation.run(admitted, admitted == null);
  }

  private void answer(PendingWork.Answered proven) {
    host.metrics().repeated();
    host.reply(proven.batch(), proven.answer());
  }

  private void answer(Batch query) {
    Committed state = activation.committed;
    Answer answer = state == null ? Answer.Status.MOVED : activation.querySent(query, state);
    if (answer != Answer.Status.ACCEPTED) {
      host.reply(query, answer);
    }
  }

  private void tryAgain(StoreUnavailableException cause) {
    failures++;
    Outage outage = activation.outage(cause);
    outage.overdue.forEach(host::refuse);
    if (outage.again) {
      host.loadLater(failures, outage.giveUp, this::start);
    } else {
      activation.vanish(DeactivationReason.FAILED);
    }
  }
}
