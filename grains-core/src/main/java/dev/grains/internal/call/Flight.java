package dev.grains.internal.call;

import dev.grains.GrainId;
import dev.grains.GrainOverloadedException;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A batch that has been sent and is not settled: it is sent again until its owner has answered or
 * its last deadline is over. Sending again is harmless: the owner knows the batch by its number.
 */
final class Flight implements Transport.Listener {

  private static final int IMMEDIATE_RESENDS = 2;
  private static final long LONGEST_BACK_OFF = 200;

  final Batch batch;
  final PendingCall[] calls;
  private final Target target;
  private final Outbound outbound;
  private final BiConsumer<Flight, @Nullable Answer> settled;

  // guarded by this
  private boolean over;
  private boolean registered;
  private boolean underWay = true; // nobody has told yet what came of the last attempt
  private boolean accepted;
  private int resends;
  private long resendAt = Long.MAX_VALUE;
  private @Nullable Throwable lastFailure;

  /**
   * Creates a flight.
   *
   * @param settled called once, on any thread, with the outcomes, or with null when all calls have
   *     been completed already
   */
  Flight(
      boolean query,
      PendingCall[] calls,
      Target target,
      Outbound outbound,
      BiConsumer<Flight, @Nullable Answer> settled) {
    this.batch = batch(query, calls, target, outbound);
    this.calls = calls;
    this.target = target;
    this.outbound = outbound;
    this.settled = settled;
  }

  private Batch batch(boolean query, PendingCall[] calls, Target target, Outbound outbound) {
    CommandCall[] commands = new CommandCall[calls.length];
    for (int i = 0; i < calls.length; i++) {
      commands[i] = calls[i].command;
    }
    return new Batch(
        outbound.caller(),
        outbound.nextNumber(),
        query,
        calls[0].id,
        target.partition(),
        commands,
        this);
  }

  void send() {
    target.send(batch, this);
  }

  /** Makes the flight known by its number: its answer may be pushed, its deadline is watched. */
  @Override
  public void travels() {
    synchronized (this) {
      if (over || registered) {
        return;
      }
      registered = true;
      outbound.opened(this);
    }
  }

  @Override
  public void answered(Answer answer) {
    outbound.recovered();
    if (answer instanceof Answer.Status status) {
      refusedOrAccepted(status);
    } else {
      settle(answer);
    }
  }

  /** Whether the owner is this JVM, so that sending to it writes nothing. */
  boolean admittedHere() {
    return batch.answer() != null;
  }

  private void refusedOrAccepted(Answer.Status status) {
    switch (status) {
      case ACCEPTED, STALE -> accept();
      case MOVED -> resendSoon(null, true);
      case IN_DOUBT -> resendSoon(null, false);
      case OVERLOADED -> overloaded(CallFailures.overloaded(batch.id()));
      case NOT_HOSTED -> refuse(CallFailures.notHosted(batch.id()));
      case UNREADABLE -> refuse(CallFailures.unreadable(batch.id()));
    }
  }

  private void accept() {
    synchronized (this) {
      accepted = true;
      resendAt = outbound.now() + outbound.settings.healAfter().toMillis();
    }
  }

  private void overloaded(GrainOverloadedException refusal) {
    if (batch.repeated()) {
      resendSoon(refusal, true); // there may be a receipt of the earlier attempt
    } else {
      settleWith(refusal);
    }
  }

  private void refuse(RuntimeException refusal) {
    settleWith(batch.repeated() ? CallFailures.earlierAttempt(batch.id(), refusal) : refusal);
  }

  @Override
  public void failed(Throwable cause, boolean notDone, boolean retry) {
    if (retry) {
      resendSoon(cause, notDone);
    } else if (notDone) {
      refuse(CallFailures.notDone(batch.id(), "could not be sent: " + cause.getMessage(), cause));
    } else {
      settleWith(CallFailures.cutOff(batch.id(), cause));
    }
  }

  @Override
  public void refused(Throwable cause) {
    // an earlier attempt may have been committed, which only the owner can tell
    if (outbound.mayRecover() || batch.repeated()) {
      resendSoon(cause, true);
    } else {
      settleWith(CallFailures.tooFewMembers(batch.id(), cause));
    }
  }

  private void resendSoon(@Nullable Throwable cause, boolean notDone) {
    synchronized (this) {
      if (over) {
        return;
      }
      accepted = false;
      underWay = false;
      lastFailure = cause;
      resends++;
      if (!notDone) {
        batch.repeat();
      }
      if (resends > IMMEDIATE_RESENDS || cause != null) {
        resendAt = outbound.now() + Math.min(LONGEST_BACK_OFF, 2L << Math.min(resends, 10));
        return;
      }
      underWay = true;
      resendAt = Long.MAX_VALUE;
    }
    outbound.replyThreads.execute(this::send);
  }

  /** Sends again what the member that left may have lost. */
  void memberLeft() {
    synchronized (this) {
      if (over || !accepted) {
        return;
      }
      resendAt = outbound.now();
    }
  }

  /** Completes calls whose time is over, sends again what has been silent for too long. */
  void sweep(long now) {
    if (isOver()) {
      return;
    }
    expire(now);
    if (now >= batch.deadline()) {
      settle(null);
    } else if (isDue(now)) {
      send();
    }
  }

  private synchronized boolean isOver() {
    return over;
  }

  private boolean isDue(long now) {
    boolean healing;
    synchronized (this) {
      if (over || now < resendAt) {
        return false;
      }
      healing = accepted;
      underWay = true;
      resendAt = now + outbound.settings.healAfter().toMillis();
    }
    if (healing) {
      batch.repeat();
      outbound.metrics.healed();
    }
    return true;
  }

  private void expire(long now) {
    for (PendingCall call : calls) {
      if (now >= call.command.deadline() && !call.done()) {
        GrainExpiry.complete(call, timeout(call.id, call.method.signature()), outbound);
      }
    }
  }

  /** What a call gets when its time is over while the batch is under way. */
  RuntimeException timeout(GrainId id, String signature) {
    boolean unknown;
    Throwable failure;
    synchronized (this) {
      unknown = underWay || accepted || batch.repeated();
      failure = lastFailure;
    }
    outbound.metrics.timedOut();
    return unknown
        ? CallFailures.noReply(id, signature, failure)
        : CallFailures.notDone(id, "was not delivered before its deadline: " + failure, failure);
  }

  /** Whether a call travels with this flight. */
  boolean carries(PendingCall call) {
    for (PendingCall each : calls) {
      if (each == call) {
        return true;
      }
    }
    return false;
  }

  void settleWith(Throwable failure) {
    outbound.metrics.rejected(batch.id().type(), failure);
    Object[] outcomes = new Object[calls.length];
    Arrays.fill(outcomes, new Failed(failure));
    settle(new Answer.Outcomes(outcomes));
  }

  private void settle(@Nullable Answer answer) {
    synchronized (this) {
      if (over) {
        return;
      }
      over = true;
      if (registered) {
        outbound.closed(this);
      }
    }
    settled.accept(this, answer);
  }
}
