package dev.grains.internal.call;

import dev.grains.CallTimeoutException;
import dev.grains.GrainId;
import dev.grains.GrainOverloadedException;
import dev.grains.GrainUnavailableException;
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
  private boolean accepted;
  private boolean maybeDone;
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
    outbound.transport.send(target, batch, this);
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
    if (answer instanceof Answer.Status status) {
      refusedOrAccepted(status);
    } else {
      settle(answer);
    }
  }

  private void refusedOrAccepted(Answer.Status status) {
    switch (status) {
      case ACCEPTED -> accept();
      case MOVED -> resendSoon(null, true);
      case OVERLOADED ->
          settleWith(
              new GrainOverloadedException(
                  "the command for "
                      + batch.id()
                      + " was not done: its mailbox or the commit queue"
                      + " of its owner is full; slow down and send it again"));
      case NOT_HOSTED ->
          settleWith(
              new GrainUnavailableException(
                  "the command for "
                      + batch.id()
                      + " was not done: the member that owns it does not"
                      + " host the type '"
                      + batch.id().type()
                      + "'; register the type on every"
                      + " data member, or make members that only call lite members"));
      case STALE -> accept();
      case UNREADABLE ->
          settleWith(
              new GrainUnavailableException(
                  "caller and owner of "
                      + batch.id()
                      + " do not understand each other; do they run"
                      + " the same version of grains and of the contract?"));
    }
  }

  private void accept() {
    synchronized (this) {
      accepted = true;
      maybeDone = true;
      resendAt = outbound.now() + outbound.settings.healAfter().toMillis();
    }
  }

  @Override
  public void failed(Throwable cause, boolean notDone, boolean retry) {
    if (retry) {
      resendSoon(cause, notDone);
    } else if (notDone) {
      settleWith(unavailable("could not be sent: " + cause.getMessage(), cause));
    } else {
      settleWith(
          new CallTimeoutException(
              "the outcome of the command for "
                  + batch.id()
                  + " is unknown: this member was cut off while it was under way",
              cause));
    }
  }

  private void resendSoon(@Nullable Throwable cause, boolean notDone) {
    synchronized (this) {
      if (over) {
        return;
      }
      accepted = false;
      maybeDone |= !notDone;
      lastFailure = cause;
      resends++;
      if (resends > IMMEDIATE_RESENDS || cause != null) {
        resendAt = outbound.now() + Math.min(LONGEST_BACK_OFF, 2L << Math.min(resends, 10));
        return;
      }
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
    boolean resend;
    boolean healing;
    synchronized (this) {
      if (over) {
        return;
      }
      resend = now >= resendAt;
      healing = resend && accepted;
      if (resend) {
        resendAt = now + outbound.settings.healAfter().toMillis();
      }
    }
    expire(now);
    if (now >= batch.deadline()) {
      settle(null);
    } else if (resend) {
      if (healing) {
        outbound.metrics.healed();
      }
      send();
    }
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
      unknown = maybeDone || lastFailure == null;
      failure = lastFailure;
    }
    outbound.metrics.timedOut();
    return unknown
        ? new CallTimeoutException(
            "no reply from "
                + id
                + " to "
                + signature
                + " before the deadline: the outcome is"
                + " unknown; ask the grain for its state, or send the command again with an"
                + " idempotency key",
            failure)
        : unavailable("was not delivered before its deadline: " + failure, failure);
  }

  private GrainUnavailableException unavailable(String what, @Nullable Throwable cause) {
    return new GrainUnavailableException(
        "the command for " + batch.id() + " was not done, it " + what + "; send it again later",
        cause);
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
