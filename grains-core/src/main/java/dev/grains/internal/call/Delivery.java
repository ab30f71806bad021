package dev.grains.internal.call;

import dev.grains.GrainCallException;
import dev.grains.internal.codec.WireReader;
import org.jspecify.annotations.Nullable;

/** Hands the outcomes of a batch to its callers. */
final class Delivery {

  private static final int MOST_WAKE_UPS_IN_PLACE = 4;

  private Delivery() {}

  /** Whether the callers may be completed on any thread without holding it up. */
  static boolean inPlace(PendingCall[] calls) {
    if (calls.length > MOST_WAKE_UPS_IN_PLACE) {
      return false;
    }
    for (PendingCall call : calls) {
      if (!call.completesInPlace()) {
        return false;
      }
    }
    return true;
  }

  static void deliver(PendingCall[] calls, @Nullable Answer answer) {
    if (answer instanceof Answer.Outcomes direct) {
      for (int i = 0; i < calls.length; i++) {
        calls[i].complete(direct.outcomes()[i]);
      }
    } else if (answer instanceof Answer.Encoded encoded) {
      decode(calls, encoded);
    }
  }

  private static void decode(PendingCall[] calls, Answer.Encoded encoded) {
    WireReader in = new WireReader(encoded.bytes());
    for (int i = 0; i < calls.length; i++) {
      PendingCall call = calls[i];
      try {
        call.complete(AnswerFormat.readOutcome(call.method, call.id, in));
      } catch (RuntimeException broken) {
        // what follows in the same bytes cannot be found any more
        for (int rest = i; rest < calls.length; rest++) {
          calls[rest].fail(unreadable(calls[rest], broken));
        }
        return;
      }
    }
  }

  private static GrainCallException unreadable(PendingCall call, RuntimeException broken) {
    return new GrainCallException(
        broken.getClass().getName(),
        "the reply of "
            + call.id
            + " to "
            + call.method.signature()
            + " cannot be read: "
            + broken.getMessage()
            + "; the command was done, do caller and owner have the same"
            + " contract?",
        broken);
  }
}
