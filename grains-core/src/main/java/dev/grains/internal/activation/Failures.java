package dev.grains.internal.activation;

import dev.grains.CallCycleException;
import dev.grains.CallTimeoutException;
import dev.grains.GrainCallException;
import dev.grains.GrainId;
import dev.grains.GrainUnavailableException;
import dev.grains.internal.call.Answer;
import dev.grains.internal.call.AnswerFormat;
import dev.grains.internal.call.Batch;
import dev.grains.internal.call.Failed;
import dev.grains.internal.codec.WireWriter;
import dev.grains.internal.definition.Contract;
import dev.grains.internal.definition.ContractMethod;
import dev.grains.spi.CommitResult;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the answers to batches that a turn did not answer. */
final class Failures {

  private final Contract contract;

  Failures(Contract contract) {
    this.contract = contract;
  }

  /**
   * The same failure for every command of a batch. That it was not done cannot be said of one that
   * was attempted before: it may have been committed.
   */
  Answer answer(Batch batch, Throwable failure) {
    boolean unsure =
        failure instanceof GrainUnavailableException && batch.repeated() && !batch.query();
    Failed failed = new Failed(unsure ? earlierAttempt(batch.id(), failure) : failure);
    if (batch.origin() != null) {
      Object[] outcomes = new Object[batch.size()];
      Arrays.fill(outcomes, failed);
      return new Answer.Outcomes(outcomes);
    }
    WireWriter out = new WireWriter(128);
    ContractMethod any = contract.methods().get(0); // failures of the framework are alike for all
    for (int i = 0; i < batch.size(); i++) {
      AnswerFormat.writeOutcome(any, failed, batch.id(), out);
    }
    return new Answer.Encoded(out.toBytes());
  }

  /** The outcome of a batch of one. */
  Answer answer(Batch batch, ContractMethod method, @Nullable Object outcome) {
    if (batch.origin() != null) {
      return new Answer.Outcomes(new Object[] {outcome});
    }
    try {
      WireWriter out = new WireWriter(64);
      AnswerFormat.writeOutcome(method, outcome, batch.id(), out);
      return new Answer.Encoded(out.toBytes());
    } catch (RuntimeException unencodable) {
      return answer(
          batch,
          new GrainCallException(
              unencodable.getClass().getName(),
              "the result of "
                  + method.signature()
                  + " of "
                  + batch.id()
                  + " cannot be sent: "
                  + unencodable.getMessage(),
              unencodable));
    }
  }

  Answer unknownMethod(Batch batch) {
    return answer(
        batch,
        new GrainUnavailableException(
            "the owner of "
                + batch.id()
                + " does not know the called method; caller and owner have"
                + " different versions of the contract"));
  }

  /** Whether a batch comes from a call that its own grain waits for. */
  boolean waitsFor(Batch batch) {
    List<String> chain = batch.command(0).chain();
    return !chain.isEmpty() && chain.contains(batch.id().toString());
  }

  Answer cycle(Batch batch) {
    String called = batch.id().toString();
    return answer(
        batch,
        new CallCycleException(
            String.join(" -> ", batch.command(0).chain())
                + " -> "
                + called
                + ": "
                + called
                + " already waits for this call"));
  }

  /** What to tell after a commit that has failed for good; null if it is to be decided again. */
  static @Nullable RuntimeException of(GrainId id, CommitResult result) {
    if (result instanceof CommitResult.Rejected rejected) {
      return rejected(id, rejected.cause());
    }
    return result instanceof CommitResult.Unavailable unavailable
        ? outage(id, unavailable.cause())
        : null;
  }

  static GrainUnavailableException notActivated(GrainId id, Throwable cause) {
    return new GrainUnavailableException(
        "the command for "
            + id
            + " was not done: the grain could not be activated: "
            + cause.getMessage(),
        cause);
  }

  static GrainUnavailableException outage(GrainId id, Throwable cause) {
    return new GrainUnavailableException(
        "the command for "
            + id
            + " was not done: its store was unavailable until the deadline: "
            + cause.getMessage()
            + "; send it again later",
        cause);
  }

  private static CallTimeoutException earlierAttempt(GrainId id, Throwable refusal) {
    return new CallTimeoutException(
        "the outcome of the command for "
            + id
            + " is unknown: it was attempted before, and what came of that cannot be found out now:"
            + " "
            + refusal.getMessage(),
        refusal);
  }

  static GrainCallException rejected(GrainId id, Throwable cause) {
    return new GrainCallException(
        cause.getClass().getName(),
        "the command for "
            + id
            + " was not done: what it wrote cannot be stored: "
            + cause.getMessage(),
        cause);
  }
}
