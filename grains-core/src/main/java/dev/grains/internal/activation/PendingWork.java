package dev.grains.internal.activation;

import dev.grains.internal.call.Answer;
import dev.grains.internal.call.Batch;
import dev.grains.internal.turn.Decision;
import dev.grains.spi.CommitResult;
import dev.grains.spi.Receipt;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a queued activation still has to do: the mailbox of batches that wait for their turn, and
 * the decisions that are not durable yet, both in order; with the callers' last batches, by which
 * repetitions are recognised. Guarded by the activation.
 */
final class PendingWork {

  private final Callers callers = new Callers();
  private final ArrayDeque<Batch> mailbox = new ArrayDeque<>(1);
  private final ArrayDeque<Step> undurable = new ArrayDeque<>(1);

  /** A batch with the answer that its caller is to get. */
  record Answered(Batch batch, Answer answer) {

    /** A batch that its caller is to send to the next owner. */
    static Answered moved(Batch batch) {
      boolean unsure = batch.repeated();
      return new Answered(batch, unsure ? Answer.Status.IN_DOUBT : Answer.Status.MOVED);
    }
  }

  /** What to answer to a batch that is known already, or null if it is to run. */
  @Nullable Answer recognise(Batch batch) {
    return batch.query() ? null : callers.recognise(batch);
  }

  void enqueue(Batch batch, long now) {
    if (!batch.query()) {
      callers.waiting(batch, now);
    }
    mailbox.add(batch);
  }

  /** Puts a batch, decided on a state that is void by now, back where it was. */
  void putBack(Batch batch) {
    mailbox.addFirst(batch);
    requeue();
  }

  @Nullable Batch next() {
    return mailbox.poll();
  }

  /** Puts what is not durable back in front of the mailbox, to be decided again. */
  void requeue() {
    while (!undurable.isEmpty()) {
      mailbox.addFirst(undurable.removeLast().decision().batch());
    }
  }

  void decided(Step step) {
    undurable.add(step);
  }

  boolean allDurable() {
    return undurable.isEmpty();
  }

  boolean mailboxEmpty() {
    return mailbox.isEmpty();
  }

  int depth() {
    return mailbox.size();
  }

  /** Notes that a batch is answered, with what to say if it comes again. */
  void answered(Batch batch, @Nullable Answer again) {
    if (!batch.query()) {
      callers.answered(batch, again);
    }
  }

  /** Takes a commit that is durable, with the decisions that wrote nothing and waited for it. */
  List<Decision> release(TurnCommit commit) {
    List<Decision> released = new ArrayList<>(1);
    released.add(take(commit));
    Step step = undurable.peek();
    while (step != null && step.commit() == null) {
      released.add(undurable.remove().decision());
      step = undurable.peek();
    }
    return released;
  }

  /**
   * Takes a commit that has failed. One whose outcome is unknown is decided again; one that has
   * failed for good is taken from wherever it stands, because one that runs out of time may rest on
   * others that still wait for the store.
   *
   * @return what to tell its caller
   */
  List<Answered> fail(TurnCommit commit, CommitResult result, Failures failures) {
    Batch batch = commit.batch();
    RuntimeException refusal = Failures.of(batch.id(), result);
    if (refusal == null) {
      unknown();
      return List.of();
    }
    if (!undurable.removeIf(step -> step.commit() == commit)) {
      throw new IllegalStateException(commit + " came back twice");
    }
    callers.answered(batch, null);
    return List.of(new Answered(batch, failures.answer(batch, refusal)));
  }

  private Decision take(TurnCommit commit) {
    Step step = undurable.poll();
    if (step == null || step.commit() != commit) {
      throw new IllegalStateException(commit + " came back out of order");
    }
    return step.decision();
  }

  /** Notes that nobody knows whether what is under way was committed. */
  void unknown() {
    undurable.forEach(step -> step.decision().batch().repeat());
  }

  /** Takes the receipts that were loaded; returns the waiting batches they prove to have run. */
  List<Answered> load(List<Receipt> receipts) {
    callers.load(receipts);
    List<Answered> proven = new ArrayList<>(0);
    mailbox.removeIf(
        batch -> {
          Answer known = recognise(batch);
          return known != null
              && known != Answer.Status.ACCEPTED
              && proven.add(new Answered(batch, known));
        });
    return proven;
  }

  /** Takes the queries that wait. */
  List<Batch> takeQueries() {
    List<Batch> queries = mailbox.stream().filter(Batch::query).toList();
    mailbox.removeAll(queries);
    return queries;
  }

  /** Takes the batches that wait in vain while the store is out, with what to tell them. */
  Map<Batch, RuntimeException> takeOverdue(long now, Throwable outage) {
    Map<Batch, RuntimeException> overdue = new LinkedHashMap<>();
    for (Batch batch : mailbox) {
      if (now >= batch.giveUp()) {
        overdue.put(batch, Failures.outage(batch.id(), outage));
        answered(batch, null);
      }
    }
    mailbox.removeAll(overdue.keySet());
    return overdue;
  }

  /** When the first of the waiting batches gives up, in milliseconds; in the past if none waits. */
  long earliestGiveUp() {
    return mailbox.stream().mapToLong(Batch::giveUp).min().orElse(Long.MIN_VALUE);
  }

  /** Takes everything that is not durable or decided, with what to tell after a failure. */
  Map<Batch, RuntimeException> takeAll(Throwable failure) {
    Map<Batch, RuntimeException> failed = new LinkedHashMap<>();
    requeue();
    for (Batch batch : mailbox) {
      failed.put(batch, Failures.notActivated(batch.id(), failure));
    }
    takeMailbox();
    return failed;
  }

  /** Takes everything that is not durable or decided. */
  List<Batch> takeAll() {
    requeue();
    return takeMailbox();
  }

  /** Takes what waits for its turn. */
  List<Batch> takeMailbox() {
    List<Batch> waiting = List.copyOf(mailbox);
    mailbox.clear();
    waiting.forEach(batch -> answered(batch, null));
    return waiting;
  }
}
