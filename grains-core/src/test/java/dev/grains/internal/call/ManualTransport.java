package dev.grains.internal.call;

import dev.grains.GrainId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Keeps what is sent until the test answers it. */
final class ManualTransport implements Transport, Target {

  /** One attempt to send a batch. */
  record Sent(Batch batch, Listener listener) {

    void accept() {
      listener.answered(Answer.Status.ACCEPTED);
    }

    /** Answers every command with its own number within the batch. */
    void answer() {
      listener.answered(outcomes());
    }

    /** The same from within the admission of this JVM. */
    void answerInPlace() {
      batch.answer(outcomes());
      answer();
    }

    private Answer outcomes() {
      Object[] outcomes = new Object[batch.size()];
      for (int i = 0; i < outcomes.length; i++) {
        outcomes[i] = (long) i;
      }
      return new Answer.Outcomes(outcomes);
    }

    List<Object> arguments() {
      List<Object> arguments = new ArrayList<>();
      for (int i = 0; i < batch.size(); i++) {
        arguments.add(CallRig.argument(batch.command(i)));
      }
      return arguments;
    }
  }

  boolean local;
  private final Deque<Sent> sent = new ArrayDeque<>();

  @Override
  public Target target(GrainId id) {
    return this;
  }

  @Override
  public int partition() {
    return 0;
  }

  @Override
  public boolean local(int partition) {
    return local;
  }

  @Override
  public boolean settled(int partition) {
    return local;
  }

  @Override
  public synchronized void send(Batch batch, Listener listener) {
    if (!local) {
      listener.travels();
    }
    sent.add(new Sent(batch, listener));
    notifyAll();
  }

  /** Takes what was sent first; there must be something. */
  synchronized Sent take() throws InterruptedException {
    long end = System.nanoTime() + 10_000_000_000L;
    while (sent.isEmpty()) {
      long millis = (end - System.nanoTime()) / 1_000_000;
      if (millis <= 0) {
        throw new AssertionError("nothing was sent");
      }
      wait(millis);
    }
    return sent.remove();
  }

  synchronized int waiting() {
    return sent.size();
  }
}
