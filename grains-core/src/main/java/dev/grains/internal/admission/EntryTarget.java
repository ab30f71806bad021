package dev.grains.internal.admission;

import dev.grains.internal.call.Answer;
import dev.grains.internal.call.AnswerFormat;
import dev.grains.internal.call.Batch;
import dev.grains.internal.call.Target;
import dev.grains.internal.call.Transport.Listener;
import dev.grains.internal.cluster.EntrySender;
import dev.grains.internal.cluster.SendFailures;
import dev.grains.internal.cluster.WireKey;
import dev.grains.internal.codec.WireFormatException;
import org.jspecify.annotations.Nullable;

/** A grain whose batches travel as entry processors on its key. */
record EntryTarget(EntrySender sender, WireKey key, EntryTransport transport) implements Target {

  @Override
  public int partition() {
    return key.partition();
  }

  @Override
  public void send(Batch batch, Listener listener) {
    sender.send(
        key,
        transport.admission(batch),
        (result, failure) -> arrived(batch, result, failure, listener));
  }

  private void arrived(
      Batch batch, @Nullable Object result, @Nullable Throwable failure, Listener listener) {
    if (failure != null && SendFailures.notTaken(failure)) {
      listener.refused(failure);
      return;
    }
    if (failure != null) {
      boolean down = SendFailures.shutDown(failure) && !transport.running();
      listener.failed(
          failure,
          SendFailures.notDone(failure) && !batch.repeated(),
          !down && !SendFailures.hopeless(failure));
      return;
    }
    Answer inPlace = batch.answer();
    if (inPlace != null) {
      batch.acknowledged();
      listener.answered(inPlace);
    } else if (result == null) {
      listener.answered(Answer.Status.ACCEPTED);
    } else {
      answered((byte[]) result, listener);
    }
  }

  private static void answered(byte[] result, Listener listener) {
    Answer answer;
    try {
      answer = AnswerFormat.decode(result);
    } catch (WireFormatException unreadable) {
      listener.failed(unreadable, false, true);
      return;
    }
    listener.answered(answer);
  }
}
