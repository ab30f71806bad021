package dev.grains.internal.call;

import dev.grains.GrainId;
import dev.grains.GrainOverloadedException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/*
 * The queue of this JVM for one grain.
 *
 * One batch. At most one batch is unanswered. Calls made meanwhile wait and travel together in the
 * next one. This alone keeps the order of a caller's commands whatever moves, batches commands of hot
 * grains, and makes one receipt for each caller and grain enough to recognise a repetition.
 *
 * Threads. Callers enter with offer; answers come on partition, event and reply threads. The monitor
 * guards the fields; nothing is sent and nobody is completed while it is held. A batch that follows
 * another is sent from a reply thread, since writing it costs time that the thread of the answer may
 * not have. To an owner in this JVM nothing is written: the batch joins the queue of the partition
 * thread at once. Where the answer came from that very thread it is awake, which saves a busy lane
 * two wake-ups for every batch.
 */
final class Lane {

  private final GrainId id;
  private final Target target;
  private final Outbound outbound;
  private final ArrayDeque<PendingCall> waiting = new ArrayDeque<>(2);
  private @Nullable Flight flight;
  private long idleSince = Long.MAX_VALUE;
  private boolean retired;

  Lane(GrainId id, Target target, Outbound outbound) {
    this.id = id;
    this.target = target;
    this.outbound = outbound;
  }

  /**
   * Takes a call.
   *
   * @return false if the lane has been retired and another one must be used
   * @throws GrainOverloadedException if too many calls wait
   */
  boolean offer(PendingCall call) {
    Flight first;
    synchronized (this) {
      if (retired) {
        return false;
      }
      if (flight != null) {
        enqueue(call);
        return true;
      }
      first = fly(new PendingCall[] {call});
    }
    first.send();
    return true;
  }

  private void enqueue(PendingCall call) {
    int bound = outbound.settings.limits().laneCalls();
    if (waiting.size() >= bound) {
      GrainOverloadedException refusal = CallFailures.laneFull(id, bound);
      outbound.metrics.rejected(id.type(), refusal);
      throw refusal;
    }
    waiting.add(call);
  }

  private Flight fly(PendingCall[] calls) {
    Flight next = new Flight(false, calls, target, outbound, this::settled);
    flight = next;
    return next;
  }

  private void settled(Flight done, @Nullable Answer answer) {
    Flight next;
    synchronized (this) {
      next = takeWaiting();
      if (next == null) {
        flight = null;
        idleSince = outbound.now();
      }
    }
    if (next == null) {
      deliver(done.calls, answer);
    } else if (done.admittedHere()) {
      next.send();
      deliver(done.calls, answer);
    } else {
      outbound.replyThreads.execute(
          () -> {
            next.send();
            Delivery.deliver(done.calls, answer);
          });
    }
  }

  private void deliver(PendingCall[] calls, @Nullable Answer answer) {
    if (Delivery.inPlace(calls)) {
      Delivery.deliver(calls, answer);
    } else {
      outbound.replyThreads.execute(() -> Delivery.deliver(calls, answer));
    }
  }

  private @Nullable Flight takeWaiting() {
    int mostCalls = outbound.settings.limits().batchCalls();
    int bytesLeft = outbound.settings.limits().batchBytes();
    List<PendingCall> calls = new ArrayList<>(Math.min(waiting.size(), mostCalls));
    while (!waiting.isEmpty() && calls.size() < mostCalls) {
      PendingCall call = waiting.element();
      bytesLeft -= call.command.knownBytes();
      if (bytesLeft < 0 && !calls.isEmpty()) {
        break;
      }
      waiting.remove();
      if (!call.done()) {
        calls.add(call);
      }
    }
    return calls.isEmpty() ? null : fly(calls.toArray(new PendingCall[0]));
  }

  /**
   * Completes calls whose time is over, sends again what is due.
   *
   * @return whether the lane has been idle for a while and is retired
   */
  boolean sweep(long now, long idleMillis) {
    List<PendingCall> expired = List.of();
    Flight open;
    synchronized (this) {
      open = flight;
      if (flight == null && now - idleSince >= idleMillis) {
        retired = true;
        return true;
      }
      if (!waiting.isEmpty()) {
        expired = waiting.stream().filter(call -> now >= call.command.deadline()).toList();
        waiting.removeAll(expired);
      }
    }
    for (PendingCall call : expired) {
      GrainExpiry.complete(call, CallFailures.notSent(call), outbound);
    }
    if (open != null) {
      open.sweep(now);
    }
    return false;
  }

  /** Fails what waits, and what is under way, because the runtime closes. */
  void close(RuntimeException failure) {
    List<PendingCall> unsent;
    Flight open;
    synchronized (this) {
      retired = true;
      unsent = List.copyOf(waiting);
      waiting.clear();
      open = flight;
    }
    unsent.forEach(call -> call.fail(failure));
    if (open != null) {
      open.settleWith(open.timeout(id, "the commands under way"));
    }
  }

  /** What a blocked caller gets that has waited long enough. */
  RuntimeException timeout(PendingCall call) {
    Flight open;
    synchronized (this) {
      if (waiting.remove(call)) {
        return CallFailures.notSent(call);
      }
      open = flight;
    }
    String signature = call.method.signature();
    return open != null && open.carries(call)
        ? open.timeout(call.id, signature)
        : CallFailures.noReply(call.id, signature, null); // its reply is on the way to the caller
  }

  synchronized int depth() {
    return waiting.size();
  }

  synchronized boolean busy() {
    return flight != null;
  }
}
