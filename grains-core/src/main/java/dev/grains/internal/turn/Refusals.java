package dev.grains.internal.turn;

import dev.grains.CallTimeoutException;
import dev.grains.GrainCallException;
import dev.grains.GrainId;
import dev.grains.GrainUnavailableException;
import dev.grains.VersionConflictException;
import dev.grains.internal.call.AnswerFormat;
import dev.grains.internal.call.CommandCall;
import dev.grains.internal.call.Failed;
import dev.grains.internal.codec.WireFormatException;
import dev.grains.internal.codec.WireReader;
import dev.grains.internal.codec.WireWriter;
import dev.grains.internal.definition.ContractMethod;
import org.jspecify.annotations.Nullable;

/** Why a command is not run, or its result not sent. */
final class Refusals {

  private Refusals() {}

  static @Nullable Throwable of(
      GrainId id,
      CommandCall command,
      ContractMethod method,
      TurnContext context,
      TurnSettings settings) {
    if (settings.clock().millis() >= command.deadline()) {
      return new CallTimeoutException(
          id + " did not run " + method.signature() + ": its deadline was over before its turn");
    }
    long wanted = command.ifVersion();
    if (wanted >= 0 && wanted != context.version()) {
      return new VersionConflictException(
          id
              + " did not run "
              + method.signature()
              + ": it is at version "
              + context.version()
              + ", the call demands version "
              + wanted
              + "; read it again and decide again");
    }
    return null;
  }

  /** The outcome of an earlier command with the same idempotency key. */
  static @Nullable Object earlier(GrainId id, ContractMethod method, byte[] reply) {
    try {
      WireReader in = new WireReader(reply);
      Object outcome = AnswerFormat.readOutcome(method, id, in);
      in.expectEnd();
      return outcome;
    } catch (WireFormatException differs) {
      return new Failed(
          new IllegalArgumentException(
              id
                  + " did not run "
                  + method.signature()
                  + ": its idempotency key belongs to an earlier command with another kind of"
                  + " result; give each command its own key",
              differs));
    }
  }

  static GrainUnavailableException unknownMethod(GrainId id, CommandCall command) {
    return new GrainUnavailableException(
        "the owner of "
            + id
            + " does not know the called method (id "
            + Integer.toHexString(command.methodId())
            + "); caller and owner have different"
            + " versions of the contract");
  }

  /** For a command that ran and wrote nothing to a store: what it did to its grain stays. */
  static GrainCallException unencodable(GrainId id, ContractMethod method, Throwable why) {
    return unencodable(
        id + " ran " + method.signature() + ", but its result cannot be sent to the caller", why);
  }

  /** For a command whose effect was taken back, because its receipt cannot be stored either. */
  static GrainCallException undone(GrainId id, ContractMethod method, Throwable why) {
    return unencodable(
        id
            + " did not commit "
            + method.signature()
            + " and nothing was changed: its result cannot be sent to the caller",
        why);
  }

  private static GrainCallException unencodable(String what, Throwable why) {
    return new GrainCallException(
        why.getClass().getName(), what + ": " + why.getMessage() + "; return another result", why);
  }

  /** Encodes a failure of a call whose method is unknown, with the codec of any method. */
  static void writeWithoutMethod(
      Throwable failure, GrainId id, TurnSettings settings, WireWriter out) {
    ContractMethod any = settings.definition().contract().methods().get(0);
    AnswerFormat.writeOutcome(any, new Failed(failure), id, out);
  }
}
