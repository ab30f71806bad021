package dev.grains.internal.activation;

import dev.grains.DeactivationReason;
import dev.grains.GrainId;
import dev.grains.internal.call.Answer;
import dev.grains.internal.call.Batch;
import dev.grains.internal.commit.EntryState;
import dev.grains.internal.commit.GroupCommitter;
import dev.grains.internal.turn.Decision;
import dev.grains.spi.CommitResult;
import dev.grains.spi.StoreUnavailableException;
import dev.grains.spi.StoredGrain;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/*
 * The activation of a grain without a store, or with one behind a group committer.
 *
 * Turns. Admissions append to the mailbox; whoever finds the activation at rest becomes its runner and
 * sets busy. There is one runner at a time: the partition thread inside an admission for non-blocking
 * grains, a worker for the others and for everything that loads. The runner alone touches the grain
 * instance and the tentative state; user code runs outside the monitor, which guards the fields.
 *
 * Pipelining. A non-blocking grain decides on the tentative state while earlier commits are under way;
 * its decisions wait, in order, until they are durable. A decision that wrote nothing but rests on one
 * that is not durable waits behind it. A blocking grain waits for its commit before the next turn.
 *
 * Failure. A commit that fails voids the tentative state: the epoch rises, which drops the commits that
 * rest on it wherever they are; the undecided batches return to the front of the mailbox; the next
 * run loads the grain anew, answers what receipts prove, and decides the rest again, in order.
 */
final class QueuedActivation extends Activation {

  private enum Phase {
    /** Not loaded, or what was loaded is void. */
    VOID,
    READY,
    /** Takes no more batches; goes when what it decided is durable. */
    LEAVING,
    GONE
  }

  private final Runner runner;

  // guarded by this
  private final PendingWork work = new PendingWork();
  private Phase phase = Phase.VOID;
  private boolean busy;
  private @Nullable DeactivationReason leaving;
  private int loadFailures;

  private volatile int epoch;

  QueuedActivation(GrainId id, int partition, int tenure, TypeHost host) {
    super(id, partition, tenure, host);
    this.runner = new Runner(this);
  }

  int epoch() {
    return epoch;
  }

  @Override
  @Nullable Answer admit(Batch batch, @Nullable EntryState entry) {
    Committed state = committed;
    if (batch.query() && !host.plain() && state != null) {
      return querySent(batch, state);
    }
    synchronized (this) {
      if (phase == Phase.GONE) {
        return null;
      }
      Answer refusal = refuse(batch);
      if (refusal != null) {
        return refusal;
      }
      work.enqueue(batch, host.now());
      if (busy || mustWait()) {
        return Answer.Status.ACCEPTED;
      }
      busy = true;
    }
    start(batch);
    Answer inPlace = batch.answer();
    return inPlace != null ? inPlace : Answer.Status.ACCEPTED;
  }

  private @Nullable Answer refuse(Batch batch) {
    if (phase == Phase.LEAVING) {
      return Answer.Status.MOVED;
    }
    Answer known = work.recognise(batch);
    if (known != null) {
      host.metrics().repeated();
      return known;
    }
    GroupCommitter committer = host.committer();
    return work.depth() >= host.settings().mailbox() || committer != null && committer.full(id)
        ? Answer.Status.OVERLOADED
        : null;
  }

  private boolean mustWait() {
    return !host.nonBlocking() && !work.allDurable();
  }

  /** Starts a run; the caller has set busy. */
  private void start(@Nullable Batch admitted) {
    boolean load = phaseNow() == Phase.VOID;
    if (load && (host.committer() != null || !host.nonBlocking())) {
      host.services().loads().execute(() -> loadAndRun(null));
    } else if (load) {
      loadAndRun(admitted);
    } else {
      run(admitted, false);
    }
  }

  private synchronized Phase phaseNow() {
    return phase;
  }

  private void run(@Nullable Batch admitted, boolean worker) {
    boolean here = host.nonBlocking();
    host.runTurn(() -> runner.runAll(here ? admitted : null, !here || worker));
  }

  private void loadAndRun(@Nullable Batch admitted) {
    synchronized (this) {
      work.requeue();
    }
    try {
      takeOver(runner.load());
    } catch (StoreUnavailableException outage) {
      retryLoad(outage);
      return;
    } catch (RuntimeException | Error failure) {
      crash(failure);
      return;
    }
    host.services().crashes().recovered(id);
    run(admitted, admitted == null);
  }

  private void takeOver(StoredGrain stored) {
    List<PendingWork.Answered> proven;
    synchronized (this) {
      loadFailures = 0;
      if (phase == Phase.VOID) {
        phase = Phase.READY;
        committed = new Committed(stored.state(), stored.version());
      }
      proven = work.load(stored.receipts());
    }
    for (PendingWork.Answered answered : proven) {
      host.metrics().repeated();
      host.reply(answered.batch(), answered.answer());
    }
  }

  private void retryLoad(StoreUnavailableException outage) {
    Map<Batch, RuntimeException> expired;
    boolean again;
    synchronized (this) {
      expired = work.takeExpired(host.now(), outage);
      again = !work.mailboxEmpty() && phase != Phase.LEAVING;
      loadFailures++;
    }
    expired.forEach(host::refuse);
    if (again) {
      host.loadLater(loadFailures, () -> loadAndRun(null));
    } else {
      vanish(DeactivationReason.FAILED);
    }
  }

  /** Fails what waits, and goes; called by the runner, whose role ends with it. */
  void crash(Throwable failure) {
    host.metrics().failed();
    host.services().crashes().failed(id, failure);
    Map<Batch, RuntimeException> waiting;
    synchronized (this) {
      epoch++;
      work.unknown(); // what is under way may still be committed, and nobody waits for it here
      waiting = work.takeAll(failure);
    }
    waiting.forEach(host::refuse);
    vanish(DeactivationReason.FAILED);
  }

  /** The next batch for the runner, or null after it has given up its role. */
  @Nullable Batch next() {
    synchronized (this) {
      if (phase == Phase.READY && !mustWait()) {
        Batch batch = work.next();
        if (batch != null) {
          return batch;
        }
      }
      if (phase == Phase.VOID) {
        host.services().loads().execute(() -> loadAndRun(null)); // the role goes with it
        return null;
      }
      busy = false;
    }
    settleDown();
    return null;
  }

  /** Notes that a batch did not run and may come again. */
  synchronized void notRun(Batch batch) {
    work.answered(batch, null);
  }

  /** Takes a decision of the runner; returns whether it may be shown now. */
  boolean decided(Decision decision) {
    TurnCommit commit;
    synchronized (this) {
      if (decision.leave() && leaving == null) {
        leaving = DeactivationReason.REQUESTED;
      }
      if (phase == Phase.VOID) {
        work.putBack(decision.batch());
        return false;
      }
      if (decision.crash() != null) {
        leaving = DeactivationReason.FAILED;
        host.services().crashes().failed(id, decision.crash());
      }
      if (host.committer() == null || !decision.wrote() && work.allDurable()) {
        settle(decision);
        return true;
      }
      commit = decision.wrote() ? TurnCommit.of(this, epoch, decision) : null;
      work.decided(new Step(decision, commit));
    }
    if (commit != null) {
      host.submit(commit);
    }
    return false;
  }

  /** Notes what is durable, or needs no durability. */
  private void settle(Decision decision) {
    if (decision.wrote()) {
      committed = new Committed(decision.state(), decision.newVersion());
    }
    boolean keep = decision.wrote() || host.plain();
    work.answered(decision.batch(), keep ? decision.answer() : null);
  }

  /** Takes the outcome of a commit, on a committer thread. */
  void commitDone(TurnCommit commit, CommitResult result) {
    List<Decision> released = List.of();
    boolean run;
    synchronized (this) {
      if (commit.epoch() != epoch) {
        return;
      }
      if (result instanceof CommitResult.Committed) {
        released = work.release(commit);
        released.forEach(this::settle);
      } else {
        failed(commit, result);
      }
      run = !busy && (phase == Phase.VOID || phase == Phase.READY && !work.mailboxEmpty());
      busy |= run;
    }
    for (Decision decision : released) {
      host.services().router().replyWithGroup(decision.batch(), decision.answer());
      Hooks.afterCommit(decision.after(), id, host.services().afterCommit());
    }
    if (!run) {
      settleDown();
    } else if (phaseNow() == Phase.VOID) {
      host.services().loads().execute(() -> loadAndRun(null));
    } else {
      host.services().workers().execute(() -> runner.runAll(null, true));
    }
  }

  private void failed(TurnCommit commit, CommitResult result) {
    epoch++;
    if (result instanceof CommitResult.Rejected rejected) {
      host.refuse(work.fail(commit), Failures.rejected(id, rejected.cause()));
    } else if (result instanceof CommitResult.Unavailable unavailable) {
      host.refuse(work.fail(commit), Failures.outage(id, unavailable.cause()));
    } else if (result instanceof CommitResult.Unknown) {
      work.unknown();
    } else {
      host.metrics().conflict();
    }
    if (phase == Phase.LEAVING) {
      work.takeAll().forEach(batch -> host.reply(batch, Answer.Status.MOVED));
    } else {
      phase = Phase.VOID;
      committed = null;
    }
  }

  /** Leaves if that has been asked for and nothing is left to do. */
  private void settleDown() {
    DeactivationReason reason;
    boolean goodbye;
    synchronized (this) {
      reason = leaving;
      goodbye = phase == Phase.LEAVING && !busy && work.allDurable();
      busy |= goodbye;
    }
    if (reason == null) {
      return;
    }
    if (goodbye) {
      sayGoodbye(reason);
    } else {
      leaveIfIdle(reason);
    }
  }

  @Override
  boolean leaveIfIdle(DeactivationReason reason) {
    synchronized (this) {
      if (busy || !work.mailboxEmpty() || !work.allDurable() || phase != Phase.READY) {
        return false;
      }
      busy = true;
    }
    sayGoodbye(reason);
    return true;
  }

  @Override
  void leaveSoon(DeactivationReason reason) {
    synchronized (this) {
      if (leaving == null) {
        leaving = reason;
      }
    }
    settleDown();
  }

  @Override
  void leave(DeactivationReason reason) {
    List<Batch> waiting;
    synchronized (this) {
      if (phase == Phase.GONE || phase == Phase.LEAVING) {
        return;
      }
      phase = Phase.LEAVING;
      leaving = reason;
      committed = null;
      waiting = work.takeMailbox();
    }
    waiting.forEach(batch -> host.reply(batch, Answer.Status.MOVED));
    settleDown();
  }

  /** Runs the hook as the last turn, then goes; the caller has set busy. */
  private void sayGoodbye(DeactivationReason reason) {
    if (!host.hasDeactivateHook() || !runner.loaded()) {
      vanish(reason);
    } else {
      Runnable goodbye =
          () -> {
            runner.deactivate(reason);
            vanish(reason);
          };
      host.runTurn(goodbye);
    }
  }

  private void vanish(DeactivationReason reason) {
    List<Batch> late;
    synchronized (this) {
      phase = Phase.GONE;
      busy = false;
      committed = null;
      late = work.takeMailbox();
    }
    host.left(this, reason);
    late.forEach(host::admitAgain); // they came while the hook ran
  }

  @Override
  boolean queriesHere() {
    return !host.plain();
  }

  @Override
  synchronized boolean gone() {
    return phase == Phase.GONE;
  }

  @Override
  synchronized int depth() {
    return work.depth();
  }
}
