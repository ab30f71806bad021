package dev.grains.internal.turn;

import dev.grains.GrainCallException;
import dev.grains.internal.call.AnswerFormat;
import dev.grains.internal.call.Batch;
import dev.grains.internal.call.Failed;
import dev.grains.internal.codec.WireWriter;
import dev.grains.internal.definition.ContractMethod;
import org.jspecify.annotations.Nullable;

/**
 * The outcomes of a batch in order: as objects, and as they travel where that is needed, for a
 * caller elsewhere from the start, for a receipt from the first command that writes. Confined to a
 * turn.
 */
final class Outcomes {

  private static final int MOST_FAILURE_BYTES = 64 * 1024;

  private final TurnSettings settings;
  private final Batch batch;
  private final @Nullable Object[] objects;
  private @Nullable WireWriter encoded;
  private int size;

  Outcomes(TurnSettings settings, Batch batch) {
    this.settings = settings;
    this.batch = batch;
    this.objects = new @Nullable Object[batch.size()];
    this.encoded = batch.origin() == null ? new WireWriter(64) : null;
  }

  /** Adds an outcome; one that cannot be encoded becomes a failure. */
  void add(ContractMethod method, @Nullable Object outcome) {
    WireWriter out = encoded;
    objects[size++] = out == null ? outcome : encodeOrFail(method, outcome, out);
  }

  /** Adds the failure of a call whose method is not known here. */
  void addUnknown(Throwable failure) {
    WireWriter out = encoded;
    if (out != null) {
      Refusals.writeWithoutMethod(failure, batch.id(), settings, out);
    }
    objects[size++] = new Failed(failure);
  }

  /**
   * Adds the outcome of a command whose effect goes to a store.
   *
   * @param reply whether the encoded outcome is wanted
   * @return the encoded outcome if it is
   * @throws RuntimeException if it cannot be encoded; nothing is added
   */
  byte @Nullable [] addWritten(ContractMethod method, @Nullable Object outcome, boolean reply) {
    WireWriter out = encoded == null ? encodeEarlier() : encoded;
    int start = out.size();
    try {
      encode(method, outcome, out);
    } catch (RuntimeException unencodable) {
      out.rewind(start);
      throw unencodable;
    }
    objects[size++] = outcome;
    return reply ? out.tail(start) : null;
  }

  private WireWriter encodeEarlier() {
    WireWriter out = new WireWriter(64);
    for (int i = 0; i < size; i++) {
      int methodId = batch.command(i).methodId();
      ContractMethod method = settings.definition().contract().byId(methodId);
      if (method != null) {
        objects[i] = encodeOrFail(method, objects[i], out);
      } else if (objects[i] instanceof Failed unknown) {
        Refusals.writeWithoutMethod(unknown.cause(), batch.id(), settings, out);
      }
    }
    encoded = out;
    return out;
  }

  private @Nullable Object encodeOrFail(
      ContractMethod method, @Nullable Object outcome, WireWriter out) {
    int start = out.size();
    try {
      encode(method, outcome, out);
      return outcome;
    } catch (RuntimeException unencodable) {
      out.rewind(start);
      Failed failed = new Failed(Refusals.unencodable(batch.id(), method, unencodable));
      AnswerFormat.writeOutcome(method, failed, batch.id(), out);
      return failed;
    }
  }

  private void encode(ContractMethod method, @Nullable Object outcome, WireWriter out) {
    int start = out.size();
    AnswerFormat.writeOutcome(method, outcome, batch.id(), out);
    int bytes = out.size() - start;
    if (bytes > bound(outcome)) {
      throw new GrainCallException(
          "size",
          "the result takes " + bytes + " bytes; at most " + bound(outcome) + " are allowed",
          null);
    }
  }

  /** Failures tell what was done and what was not: a tight bound on results is none on them. */
  private int bound(@Nullable Object outcome) {
    return outcome instanceof Failed
        ? Math.max(settings.callBytes(), MOST_FAILURE_BYTES)
        : settings.callBytes();
  }

  @Nullable Object[] objects() {
    return objects;
  }

  byte @Nullable [] bytes() {
    WireWriter out = encoded;
    return out == null ? null : out.toBytes();
  }
}
