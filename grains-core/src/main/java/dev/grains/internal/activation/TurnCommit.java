package dev.grains.internal.activation;

import dev.grains.internal.call.Batch;
import dev.grains.internal.commit.PendingCommit;
import dev.grains.internal.turn.Decision;
import dev.grains.spi.Commit;
import dev.grains.spi.CommitResult;
import dev.grains.spi.KeyedReply;
import dev.grains.spi.Receipt;
import java.util.List;

/** The commit of one turn of a queued activation. */
final class TurnCommit extends PendingCommit {

  private final QueuedActivation activation;
  private final int epoch;
  private final Batch batch;

  private TurnCommit(
      QueuedActivation activation, int epoch, Batch batch, Commit commit, int bytes) {
    super(commit, batch.giveUp(), bytes);
    this.activation = activation;
    this.epoch = epoch;
    this.batch = batch;
  }

  static TurnCommit of(QueuedActivation activation, int epoch, Decision decision) {
    byte[] encoded = decision.encoded();
    Receipt receipt = Callers.receipt(decision.batch(), encoded == null ? new byte[0] : encoded);
    int bytes = receipt.replies().length;
    for (KeyedReply reply : decision.replies()) {
      bytes += reply.reply().length;
    }
    TypeHost host = activation.host;
    Commit commit =
        new Commit(
            host.definition().type(),
            activation.id,
            decision.expectedVersion(),
            decision.newVersion(),
            host.services().clock().instant(),
            decision.events(),
            decision.state(),
            List.of(receipt),
            decision.replies());
    return new TurnCommit(activation, epoch, decision.batch(), commit, bytes);
  }

  Batch batch() {
    return batch;
  }

  int epoch() {
    return epoch;
  }

  @Override
  protected boolean dropped() {
    return activation.epoch() != epoch;
  }

  @Override
  protected void done(CommitResult result) {
    activation.commitDone(this, result);
  }
}
