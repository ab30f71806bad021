package dev.grains.test;

import dev.grains.GrainCallException;
import dev.grains.GrainId;
import dev.grains.internal.codec.ValueCodec;
import dev.grains.internal.codec.WireFormatException;
import dev.grains.internal.codec.WireReader;
import dev.grains.internal.codec.WireWriter;
import dev.grains.internal.definition.ContractMethod;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Sends values through the codecs of the wire and the store, as a remote caller and a later
 * activation would get them, and fails if something else comes out.
 *
 * @param checked whether it does so, or hands on what it gets
 */
record Survival(boolean checked) {

  private interface Encoding {
    void write(WireWriter out);
  }

  private interface Decoding<T extends @Nullable Object> {
    T read(WireReader in);
  }

  @Nullable Object[] arguments(ContractMethod method, @Nullable Object[] sent, String call) {
    if (!checked) {
      return sent;
    }
    @Nullable Object[] arrived =
        roundTrip(
            "an argument of " + call,
            null,
            out -> out.writeBytes(method.encodeArguments(sent)),
            in -> method.decodeArguments(in.readBytes()));
    for (int i = 0; i < sent.length; i++) {
      expectEqual("argument " + (i + 1) + " of " + call, sent[i], arrived[i]);
    }
    return arrived;
  }

  @Nullable Object reply(ContractMethod method, @Nullable Object sent, String call) {
    String what = "the reply of " + call;
    return !checked
        ? sent
        : equal(what, sent, out -> method.writeResult(sent, out), method::readResult);
  }

  Object value(ValueCodec codec, Object stored, String what) {
    if (!checked) {
      return stored;
    }
    Object read = equal(what, stored, out -> codec.write(stored, out), codec::read);
    return Objects.requireNonNull(read, what);
  }

  Throwable failure(ContractMethod method, Throwable thrown, GrainId id, String call) {
    if (!checked || method.oneWay()) {
      return thrown;
    }
    String what = "the exception of " + call;
    Throwable arrived =
        roundTrip(
            what,
            thrown,
            out -> method.throwables().write(thrown, id, out),
            in -> method.throwables().read(in, id));
    if (arrived instanceof GrainCallException && !(thrown instanceof GrainCallException)) {
      throw lost(
          what,
          thrown,
          "a remote caller gets a GrainCallException; declare it in the throws clause of the"
              + " contract method: "
              + arrived.getMessage(),
          thrown);
    }
    if (arrived.getClass() != thrown.getClass()
        || !Objects.equals(arrived.getMessage(), thrown.getMessage())) {
      throw lost(what, thrown, "it arrives as " + arrived, thrown);
    }
    return arrived;
  }

  /** Encodes a state to see later whether it was changed in place. */
  byte[] imprint(ValueCodec codec, @Nullable Object state) {
    WireWriter out = new WireWriter();
    if (checked && state != null) {
      codec.write(state, out);
    }
    return out.toBytes();
  }

  private static @Nullable Object equal(
      String what, @Nullable Object value, Encoding encoding, Decoding<@Nullable Object> decoding) {
    @Nullable Object arrived = roundTrip(what, value, encoding, decoding);
    expectEqual(what, value, arrived);
    return arrived;
  }

  private static <T extends @Nullable Object> T roundTrip(
      String what, @Nullable Object value, Encoding encoding, Decoding<T> decoding) {
    WireWriter out = new WireWriter();
    try {
      encoding.write(out);
    } catch (IllegalArgumentException e) {
      throw lost(what, value, "it cannot be written: " + e.getMessage(), e);
    }
    WireReader in = new WireReader(out.toBytes());
    try {
      T arrived = decoding.read(in);
      in.expectEnd();
      return arrived;
    } catch (WireFormatException e) {
      throw lost(what, value, "it cannot be read again: " + e.getMessage(), e);
    }
  }

  private static void expectEqual(String what, @Nullable Object sent, @Nullable Object arrived) {
    if (!Objects.deepEquals(sent, arrived)) {
      String remedy =
          String.valueOf(sent).equals(String.valueOf(arrived))
              ? "; both look alike: does the type, or one in it, lack equals?"
              : "";
      throw lost(what, sent, "it arrives as " + arrived + remedy, null);
    }
  }

  private static AssertionError lost(
      String what, @Nullable Object value, String problem, @Nullable Throwable cause) {
    String shown = value == null ? "" : value.getClass().getName() + " " + value + ": ";
    return new AssertionError(what + " does not survive serialization: " + shown + problem, cause);
  }
}
