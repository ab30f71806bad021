package dev.grains.internal.activation;

import dev.grains.DeactivationReason;
import dev.grains.GrainId;
import dev.grains.internal.call.Answer;
import dev.grains.internal.call.Batch;
import dev.grains.internal.commit.EntryState;
import dev.grains.internal.commit.GroupCommitter;
import dev.grains.internal.turn.Decision;
import dev.grains.internal.turn.KnownReplies;
import dev.grains.internal.turn.Turn;
import dev.grains.spi.CommitResult;
import dev.grains.spi.StoreUnavailableException;
import dev.grains.spi.StoredGrain;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
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
 * its decisions wait in undurable, in order. A decision that wrote nothing but rests on one that is
 * not durable waits behind it. A blocking grain waits for its commit before the next turn.
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

  private static final int RECENT_KEYS = 256;
  private static final int RECENT_KEYS_WITHOUT_STORE = 1_000;

  private final Callers callers = new Callers();
  private final RecentKeys recentKeys;
  private final Instance instance;

  // guarded by this
  private final ArrayDeque<Batch> mailbox = new ArrayDeque<>(1);
  private final ArrayDeque<Step> undurable = new ArrayDeque<>(1);
  private Phase phase = Phase.VOID;
  private boolean busy;
  private @Nullable DeactivationReason leaving;
  private int loadFailures;

  private volatile int epoch;

  QueuedActivation(GrainId id, int partition, int tenure, TypeHost host) {
    super(id, partition, tenure, host);
    this.instance = new Instance(id, host);
    this.recentKeys =
        new RecentKeys(host.committer() == null ? RECENT_KEYS_WITHOUT_STORE : RECENT_KEYS);
  }

  int epoch() {
    return epoch;
  }

  // ---- admission

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
      if (!batch.query()) {
        callers.waiting(batch, host.now());
      }
      mailbox.add(batch);
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
    if (!batch.query()) {
      Answer known = callers.recognise(batch);
      if (known != null) {
        host.metrics().repeated();
        return known;
      }
    }
    GroupCommitter committer = host.committer();
    return mailbox.size() >= host.settings().mailbox() || committer != null && committer.full(id)
        ? Answer.Status.OVERLOADED
        : null;
  }

  private Answer querySent(Batch batch, Committed state) {
    if (host.nonBlocking()) {
      return query(state, batch, false);
    }
    host.services()
        .workers()
        .execute(() -> host.services().router().reply(batch, query(state, batch, true)));
    return Answer.Status.ACCEPTED;
  }

  private boolean mustWait() {
    return !host.nonBlocking() && !undurable.isEmpty();
  }

  /** Starts a run; the caller has set busy. */
  private void start(@Nullable Batch admitted) {
    if (phaseNow() == Phase.VOID && (host.committer() != null || !host.nonBlocking())) {
      host.services().loads().execute(() -> loadAndRun(null));
    } else if (host.nonBlocking()) {
      if (phaseNow() == Phase.VOID) {
        loadAndRun(admitted);
      } else {
        runAll(admitted, false);
      }
    } else {
      host.services().workers().execute(() -> runAll(null, true));
    }
  }

  private synchronized Phase phaseNow() {
    return phase;
  }

  // ---- loading

  private void loadAndRun(@Nullable Batch admitted) {
    synchronized (this) {
      requeueUndurable();
    }
    try {
      takeOver(instance.load());
    } catch (StoreUnavailableException outage) {
      retryLoad(outage);
      return;
    } catch (RuntimeException | Error failure) {
      crash(failure);
      return;
    }
    host.services().crashes().recovered(id);
    if (host.nonBlocking()) {
      runAll(admitted, admitted == null);
    } else {
      host.services().workers().execute(() -> runAll(null, true));
    }
  }

  private void takeOver(StoredGrain stored) {
    List<Runnable> answers = new ArrayList<>();
    synchronized (this) {
      loadFailures = 0;
      callers.load(stored.receipts());
      recentKeys.clear();
      if (phase == Phase.VOID) {
        phase = Phase.READY;
        committed = new Committed(stored.state(), stored.version());
      }
      answerKnown(answers);
    }
    answers.forEach(Runnable::run);
  }

  /** Takes batches out of the mailbox that their receipts, just loaded, prove to have run. */
  private void answerKnown(List<Runnable> answers) {
    mailbox.removeIf(
        batch -> {
          Answer known = batch.query() ? null : callers.recognise(batch);
          if (known == null || known == Answer.Status.ACCEPTED) {
            return false;
          }
          host.metrics().repeated();
          answers.add(() -> host.services().router().reply(batch, known));
          return true;
        });
  }

  private void requeueUndurable() {
    while (!undurable.isEmpty()) {
      mailbox.addFirst(undurable.removeLast().decision().batch());
    }
  }

  private void retryLoad(StoreUnavailableException outage) {
    long now = host.now();
    List<Runnable> answers = new ArrayList<>();
    boolean again;
    synchronized (this) {
      mailbox.removeIf(batch -> now >= batch.deadline() && answers.add(outage(batch, outage)));
      again = !mailbox.isEmpty() && phase != Phase.LEAVING;
      loadFailures++;
    }
    answers.forEach(Runnable::run);
    if (again) {
      long backOff = Math.min(1_000, 20L << Math.min(loadFailures, 10));
      host.services()
          .timers()
          .at(now + backOff, () -> host.services().loads().execute(() -> loadAndRun(null)));
    } else {
      vanish(DeactivationReason.FAILED);
    }
  }

  private Runnable outage(Batch batch, Throwable cause) {
    RuntimeException failure =
        callers.isUnknown(batch) ? Failures.unknown(id, cause) : Failures.outage(id, cause);
    return () -> host.services().router().reply(batch, host.failures().answer(batch, failure));
  }

  private void crash(Throwable failure) {
    host.metrics().failed();
    host.services().crashes().failed(id, failure);
    List<Batch> waiting;
    synchronized (this) {
      requeueUndurable();
      waiting = List.copyOf(mailbox);
      mailbox.clear();
    }
    for (Batch batch : waiting) {
      RuntimeException told =
          callers.isUnknown(batch)
              ? Failures.unknown(id, failure)
              : Failures.notActivated(id, failure);
      host.services().router().reply(batch, host.failures().answer(batch, told));
    }
    vanish(DeactivationReason.FAILED);
  }

  // ---- turns

  /**
   * Runs batches until there is nothing to run.
   *
   * @param admitted the batch whose admission this is part of; its answer is left in it
   */
  private void runAll(@Nullable Batch admitted, boolean worker) {
    Batch batch = next();
    while (batch != null) {
      Batch current = batch;
      if (!worker && instance.mustAskStore(batch, recentKeys)) {
        host.services().loads().execute(() -> runOneThenAll(current));
        return;
      }
      if (!runOne(batch, admitted, worker)) {
        return;
      }
      batch = next();
    }
  }

  private void runOneThenAll(Batch batch) {
    if (runOne(batch, null, true)) {
      runAll(null, true);
    }
  }

  /** Runs one batch; returns false if the activation has failed and is gone. */
  private boolean runOne(Batch batch, @Nullable Batch admitted, boolean worker) {
    try {
      if (batch.query() && !host.plain()) {
        Committed state = committed;
        give(batch, state == null ? Answer.Status.MOVED : query(state, batch, worker), admitted);
        return true;
      }
      KnownReplies known = instance.knownReplies(batch, recentKeys);
      Decision decision =
          Turn.run(host.turns(), batch, instance.grain(), instance.context(), known, worker);
      decided(decision, admitted);
    } catch (StoreUnavailableException outage) {
      forgetWaiting(batch); // the keys could not be looked up, so nothing has run
      give(batch, host.failures().answer(batch, Failures.outage(id, outage)), admitted);
    } catch (RuntimeException | Error failure) {
      give(batch, host.failures().answer(batch, Failures.notActivated(id, failure)), admitted);
      crash(failure);
      return false;
    }
    return true;
  }

  private synchronized void forgetWaiting(Batch batch) {
    callers.answered(batch, null);
  }

  /** The next batch to run, or null after the runner has given up its role. */
  private @Nullable Batch next() {
    synchronized (this) {
      if (phase == Phase.READY && !mustWait()) {
        Batch batch = mailbox.poll();
        if (batch != null) {
          return batch;
        }
      }
      if (phase == Phase.VOID) {
        host.services().loads().execute(() -> loadAndRun(null)); // the runner's role goes with it
        return null;
      }
      busy = false;
    }
    settleDown();
    return null;
  }

  /** Leaves if that has been asked for and nothing is left to do. */
  private void settleDown() {
    DeactivationReason reason;
    synchronized (this) {
      reason = leaving;
      if (reason == null || busy || !undurable.isEmpty()) {
        return;
      }
      if (phase == Phase.LEAVING) {
        busy = true;
      }
    }
    if (phaseNow() == Phase.LEAVING) {
      sayGoodbye(reason);
    } else {
      leaveIfIdle(reason);
    }
  }

  private void decided(Decision decision, @Nullable Batch admitted) {
    boolean stored = host.committer() != null;
    TurnCommit commit = null;
    synchronized (this) {
      if (decision.leave()) {
        leaving = leaving == null ? DeactivationReason.REQUESTED : leaving;
      }
      if (phase == Phase.VOID) {
        mailbox.addFirst(decision.batch()); // it was decided on a state that is void by now
        requeueUndurable();
        return;
      }
      if (decision.crash() != null) {
        leaving = DeactivationReason.FAILED;
        host.services().crashes().failed(id, decision.crash());
      }
      if (stored && decision.wrote()) {
        commit = TurnCommit.of(this, epoch, decision);
        recentKeys.add(decision.replies());
        undurable.add(new Step(decision, commit));
      } else if (stored && !undurable.isEmpty()) {
        undurable.add(new Step(decision, null));
        return;
      } else {
        settle(decision);
      }
    }
    if (commit != null) {
      committer().submit(commit);
    } else {
      give(decision.batch(), decision.answer(), admitted);
      Hooks.afterCommit(decision.after(), id, host.services().afterCommit());
    }
  }

  private GroupCommitter committer() {
    GroupCommitter committer = host.committer();
    if (committer == null) {
      throw new IllegalStateException(id + " has no store");
    }
    return committer;
  }

  /** Notes what is durable, or needs no durability. */
  private void settle(Decision decision) {
    if (decision.wrote()) {
      committed = new Committed(decision.state(), decision.newVersion());
      recentKeys.add(decision.replies());
    }
    if (!decision.batch().query()) {
      boolean keep = decision.wrote() || host.plain();
      callers.answered(decision.batch(), keep ? decision.answer() : null);
    }
  }

  private void give(Batch batch, Answer answer, @Nullable Batch admitted) {
    if (batch == admitted) {
      batch.answer(answer);
    } else {
      host.services().router().reply(batch, answer);
    }
  }

  // ---- commits

  /** Takes the outcome of a commit, on a committer thread. */
  void commitDone(TurnCommit commit, CommitResult result) {
    List<Decision> released = new ArrayList<>(1);
    boolean run;
    synchronized (this) {
      if (commit.epoch() != epoch) {
        return;
      }
      if (result instanceof CommitResult.Committed) {
        release(commit, released);
      } else {
        failed(commit, result);
      }
      run = !busy && (phase == Phase.VOID || phase == Phase.READY && !mailbox.isEmpty());
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
      host.services().workers().execute(() -> runAll(null, true));
    }
  }

  private void release(TurnCommit commit, List<Decision> released) {
    Step step = undurable.poll();
    if (step == null || step.commit() != commit) {
      throw new IllegalStateException("the commits of " + id + " came back out of order");
    }
    settle(step.decision());
    released.add(step.decision());
    step = undurable.peek();
    while (step != null && step.commit() == null) {
      undurable.remove();
      settle(step.decision());
      released.add(step.decision());
      step = undurable.peek();
    }
  }

  private void failed(TurnCommit commit, CommitResult result) {
    host.metrics().conflict();
    epoch++;
    if (result instanceof CommitResult.Rejected rejected) {
      fail(commit, Failures.rejected(id, rejected.cause()));
    } else if (result instanceof CommitResult.Unavailable unavailable) {
      fail(commit, Failures.outage(id, unavailable.cause()));
    } else if (result instanceof CommitResult.Unknown) {
      undurable.forEach(step -> callers.unknown(step.decision().batch()));
    }
    if (phase == Phase.LEAVING) {
      handBack();
    } else {
      phase = Phase.VOID;
      committed = null;
    }
  }

  private void fail(TurnCommit commit, RuntimeException failure) {
    Step step = undurable.poll();
    if (step == null || step.commit() != commit) {
      throw new IllegalStateException("the commits of " + id + " came back out of order");
    }
    Batch batch = step.decision().batch();
    callers.answered(batch, null);
    host.services().router().reply(batch, host.failures().answer(batch, failure));
  }

  // ---- leaving

  @Override
  boolean leaveIfIdle(DeactivationReason reason) {
    synchronized (this) {
      if (busy || !mailbox.isEmpty() || !undurable.isEmpty() || phase != Phase.READY) {
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
    boolean now;
    synchronized (this) {
      if (phase == Phase.GONE || phase == Phase.LEAVING) {
        return;
      }
      phase = Phase.LEAVING;
      leaving = reason;
      committed = null;
      handBackMailbox();
      now = !busy && undurable.isEmpty();
      busy |= now;
    }
    if (now) {
      sayGoodbye(reason);
    }
  }

  private void handBack() {
    requeueUndurable();
    handBackMailbox();
  }

  private void handBackMailbox() {
    for (Batch batch : mailbox) {
      callers.answered(batch, null);
      host.services().router().reply(batch, Answer.Status.MOVED);
    }
    mailbox.clear();
  }

  /** Runs the hook as the last turn, then goes; the caller has set busy. */
  private void sayGoodbye(DeactivationReason reason) {
    if (!host.hasDeactivateHook() || !instance.loaded()) {
      vanish(reason);
    } else if (host.nonBlocking()) {
      instance.deactivate(reason);
      vanish(reason);
    } else {
      host.services()
          .workers()
          .execute(
              () -> {
                instance.deactivate(reason);
                vanish(reason);
              });
    }
  }

  private void vanish(DeactivationReason reason) {
    List<Batch> late;
    synchronized (this) {
      phase = Phase.GONE;
      busy = false;
      committed = null;
      late = List.copyOf(mailbox);
      mailbox.clear();
    }
    host.left(this, reason);
    for (Batch batch : late) {
      // they came while the hook ran; the next activation takes them over
      Answer answer = host.admit(batch, null);
      if (answer != Answer.Status.ACCEPTED) {
        host.services().router().reply(batch, answer);
      }
    }
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
    return mailbox.size();
  }
}
