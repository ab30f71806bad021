package dev.grains.internal.activation;

import dev.grains.DeactivationReason;
import dev.grains.GrainId;
import dev.grains.internal.call.Answer;
import dev.grains.internal.call.Batch;
import dev.grains.internal.commit.EntryState;
import dev.grains.internal.commit.GroupCommitter;
import dev.grains.internal.turn.Decision;
import dev.grains.spi.CommitResult;
import dev.grains.spi.StoredGrain;
import java.util.ArrayList;
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
  private final Loading loading;

  // guarded by this
  private final PendingWork work = new PendingWork();
  private boolean busy;
  private @Nullable DeactivationReason leaving;
  private DeactivationReason voided = DeactivationReason.CONFLICT;

  // written under this
  private volatile Phase phase = Phase.VOID;
  private volatile int epoch;
  private int runEpoch; // confined to the runner

  QueuedActivation(GrainId id, int partition, int tenure, TypeHost host) {
    super(id, partition, tenure, host);
    this.runner = new Runner(this);
    this.loading = new Loading(this, runner);
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
    boolean queryWaits = batch.query() && (host.plain() || committed == null);
    if (queryWaits && host.failures().waitsFor(batch)) {
      return host.failures().cycle(batch); // behind the turn, or the hook, that waits for it
    }
    GroupCommitter committer = host.committer();
    return work.depth() >= host.settings().mailbox() || committer != null && committer.full(id)
        ? Answer.Status.OVERLOADED
        : null;
  }

  private boolean mustWait() {
    return leaving == DeactivationReason.FAILED || !host.nonBlocking() && !work.allDurable();
  }

  /** Starts a run; the caller has set busy. */
  private void start(@Nullable Batch admitted) {
    if (phase != Phase.VOID) {
      run(admitted, false);
    } else if (host.committer() == null && host.nonBlocking()) {
      loading.run(admitted); // nothing to load, nothing that blocks
    } else {
      loading.start();
    }
  }

  void run(@Nullable Batch admitted, boolean worker) {
    boolean here = host.nonBlocking();
    host.runTurn(() -> runner.runAll(here ? admitted : null, !here || worker));
  }

  /** Puts what is void back into the mailbox; returns why the instance in memory, if any, goes. */
  synchronized DeactivationReason beginLoad() {
    work.requeue();
    return voided;
  }

  /** Takes what was loaded; returns what can be answered with it at once. */
  synchronized Loading.Ready loaded(StoredGrain stored) {
    if (phase == Phase.VOID) {
      phase = Phase.READY;
      committed = new Committed(stored.state(), stored.version());
    }
    List<PendingWork.Answered> proven = work.load(stored.receipts());
    // queries have waited for the load and wait for nothing else
    boolean beside = phase == Phase.READY && !host.plain();
    return new Loading.Ready(proven, beside ? work.takeQueries() : List.of());
  }

  /** Takes the batches that cannot wait for the store any longer; returns what else waits. */
  synchronized Loading.Outage outage(Throwable cause) {
    Map<Batch, RuntimeException> overdue = work.takeOverdue(host.now(), cause);
    boolean again = phase != Phase.LEAVING && !work.mailboxEmpty();
    return new Loading.Outage(overdue, again, work.earliestGiveUp());
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
    sayGoodbye(DeactivationReason.FAILED);
  }

  /** The next batch for the runner, or null after it has given up its role. */
  @Nullable Batch next() {
    boolean load;
    synchronized (this) {
      Batch batch = phase == Phase.READY && !mustWait() ? work.next() : null;
      if (batch != null) {
        runEpoch = epoch;
        return batch;
      }
      load = phase == Phase.VOID;
      busy = load;
    }
    if (load) {
      loading.start(); // the role goes with it
    } else {
      settleDown();
    }
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
      if (runEpoch != epoch) {
        work.putBack(decision.batch());
        return false;
      }
      notice(decision);
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

  private void notice(Decision decision) {
    if (decision.leave() && leaving == null) {
      leaving = DeactivationReason.REQUESTED;
    }
    Throwable crash = decision.crash();
    if (crash != null) {
      host.metrics().failed();
      host.services().crashes().failed(id, crash);
      leaving = phase == Phase.READY ? DeactivationReason.FAILED : leaving;
    }
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
    List<PendingWork.Answered> refused = List.of();
    boolean run;
    synchronized (this) {
      if (commit.epoch() != epoch) {
        return;
      }
      if (result instanceof CommitResult.Committed) {
        released = work.release(commit);
        released.forEach(this::settle);
      } else {
        refused = failed(commit, result);
      }
      run = !busy && (phase == Phase.VOID || hasNext());
      busy |= run;
    }
    for (Decision decision : released) {
      host.services().router().replyWithGroup(decision.batch(), decision.answer());
      Hooks.afterCommit(decision.after(), id, host.services().afterCommit());
    }
    refused.forEach(each -> host.reply(each.batch(), each.answer()));
    if (!run) {
      settleDown();
    } else if (phase == Phase.VOID) {
      loading.start();
    } else {
      host.services().workers().execute(() -> runner.runAll(null, true));
    }
  }

  private boolean hasNext() {
    return phase == Phase.READY && !mustWait() && !work.mailboxEmpty();
  }

  private List<PendingWork.Answered> failed(TurnCommit commit, CommitResult result) {
    List<PendingWork.Answered> answers = new ArrayList<>(1);
    epoch++;
    voided = DeactivationReason.FAILED;
    if (result instanceof CommitResult.Conflict) {
      host.metrics().conflict();
      voided = DeactivationReason.CONFLICT;
    } else {
      answers.addAll(work.fail(commit, result, host.failures()));
    }
    if (phase == Phase.LEAVING) {
      work.takeAll().forEach(each -> answers.add(PendingWork.Answered.moved(each)));
    } else {
      phase = Phase.VOID;
      committed = null;
    }
    return answers;
  }

  /** Leaves if that has been asked for and nothing is left to do. */
  private void settleDown() {
    DeactivationReason reason;
    boolean goodbye;
    synchronized (this) {
      reason = leaving;
      boolean crashed = reason == DeactivationReason.FAILED && phase == Phase.READY;
      goodbye = (phase == Phase.LEAVING || crashed) && !busy && work.allDurable();
      busy |= goodbye;
    }
    if (reason == null) {
      host.rested(this);
    } else if (goodbye) {
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
    waiting.forEach(host::handBack);
    settleDown();
  }

  /** Runs the hook as the last turn, then goes; the caller has set busy. */
  private void sayGoodbye(DeactivationReason reason) {
    if (!host.hasDeactivateHook() || !runner.loaded()) {
      vanish(reason);
      return;
    }
    host.services()
        .workers()
        .execute(
            () -> {
              runner.deactivate(reason);
              vanish(reason);
            });
  }

  void vanish(DeactivationReason reason) {
    List<Batch> late;
    boolean elsewhere;
    synchronized (this) {
      elsewhere = phase == Phase.LEAVING;
      phase = Phase.GONE;
      busy = false;
      committed = null;
      late = work.takeMailbox();
    }
    host.left(this, reason);
    // they came while the hook ran, or a commit failed while this activation was leaving
    late.forEach(elsewhere ? host::handBack : host::admitAgain);
  }

  @Override
  boolean queriesHere() {
    return !host.plain();
  }

  @Override
  boolean gone() {
    return phase == Phase.GONE;
  }

  @Override
  synchronized int depth() {
    return work.depth();
  }
}
