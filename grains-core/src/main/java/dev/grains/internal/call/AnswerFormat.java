package dev.grains.internal.call;

import dev.grains.GrainId;
import dev.grains.internal.codec.WireFormatException;
import dev.grains.internal.codec.WireReader;
import dev.grains.internal.codec.WireWriter;
import dev.grains.internal.definition.ContractMethod;
import org.jspecify.annotations.Nullable;

/** Answers and outcomes as they travel; receipts keep outcomes in the same form. */
public final class AnswerFormat {

  private static final int OUTCOMES = 0;
  private static final int STATUS = 1;
  private static final int RESULT = 0;
  private static final int FAILURE = 1;

  private AnswerFormat() {}

  /** Encodes one outcome with the method that made it. */
  public static void writeOutcome(
      ContractMethod method, @Nullable Object outcome, GrainId id, WireWriter out) {
    if (outcome instanceof Failed failed) {
      out.writeByte(FAILURE);
      method.throwables().write(failed.cause(), id, out);
    } else {
      out.writeByte(RESULT);
      method.writeResult(outcome, out);
    }
  }

  /** Decodes one outcome with the method that was called. */
  public static @Nullable Object readOutcome(ContractMethod method, GrainId id, WireReader in) {
    int tag = in.readByte();
    return switch (tag) {
      case RESULT -> method.readResult(in);
      case FAILURE -> new Failed(method.throwables().read(in, id));
      default -> throw new WireFormatException("an outcome of kind " + tag + " arrived for " + id);
    };
  }

  /** Encodes an answer for the wire; {@link Answer.Outcomes} must have been encoded before. */
  public static byte[] encode(Answer answer) {
    if (answer instanceof Answer.Encoded encoded) {
      byte[] bytes = new byte[encoded.bytes().length + 1];
      bytes[0] = OUTCOMES;
      System.arraycopy(encoded.bytes(), 0, bytes, 1, encoded.bytes().length);
      return bytes;
    }
    if (answer instanceof Answer.Status status) {
      return new byte[] {STATUS, status.code()};
    }
    throw new IllegalArgumentException("outcomes of this JVM cannot travel unencoded");
  }

  /** Decodes an answer from the wire. */
  public static Answer decode(byte[] bytes) {
    if (bytes.length > 0 && bytes[0] == OUTCOMES) {
      byte[] outcomes = new byte[bytes.length - 1];
      System.arraycopy(bytes, 1, outcomes, 0, outcomes.length);
      return new Answer.Encoded(outcomes);
    }
    if (bytes.length == 2 && bytes[0] == STATUS) {
      for (Answer.Status status : Answer.Status.values()) {
        if (status.code() == bytes[1]) {
          return status;
        }
      }
    }
    throw new WireFormatException("an answer of " + bytes.length + " bytes cannot be understood");
  }
}
