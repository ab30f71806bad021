package dev.grains.internal.codec;

import static java.util.Objects.requireNonNull;

import dev.grains.GrainCallException;
import dev.grains.GrainId;
import dev.grains.internal.codec.DeclaredThrowable.NotRebuilt;
import dev.grains.internal.codec.DeclaredThrowable.Rebuilt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads the failures of one contract method. Thread-safe.
 *
 * <p>Common exceptions of the JDK, those of {@code dev.grains}, and declared ones that can be built
 * again arrive as themselves; the exact class counts. All others arrive as {@link
 * GrainCallException}. No other class is ever loaded or instantiated, whatever the bytes say.
 */
public final class ThrowableCodec {

  private static final int MAX_CLASS_NAME = 500;

  private static final int FOREIGN = 0;
  private static final int COMMON = 1;
  private static final int DECLARED = 2;
  private static final int PASSED_ON = 3;

  private final KnownThrowables declared = new KnownThrowables();
  private final KnownThrowables refusals;

  ThrowableCodec(List<Class<? extends Throwable>> types, KnownThrowables refusals, Codecs codecs) {
    types.forEach(type -> declared.add(type, codecs));
    this.refusals = refusals;
  }

  private @Nullable DeclaredThrowable known(String className) {
    DeclaredThrowable own = declared.find(className);
    return own == null ? refusals.find(className) : own;
  }

  private boolean rebuilds(Class<?> type) {
    return declared.rebuilds(type) || refusals.rebuilds(type);
  }

  /** Tells whether exceptions of exactly this class reach the caller as themselves. */
  public boolean arrivesAsItself(Class<?> throwableClass) {
    return throwableClass == GrainCallException.class
        || CommonThrowables.number(throwableClass) != null
        || rebuilds(throwableClass);
  }

  /**
   * Returns what a caller in the same JVM gets for a failure: the failure, or a {@link
   * GrainCallException} caused by it where other callers would get that.
   *
   * @param failure what the grain threw
   * @param id the grain
   * @return what to throw at the caller
   */
  public Throwable forLocalCaller(Throwable failure, GrainId id) {
    Class<?> type = failure.getClass();
    return arrivesAsItself(type)
        ? failure
        : FailureText.of(failure)
            .toCallException(type.getName(), id, remedy(type.getName()), failure);
  }

  /**
   * Writes a failure.
   *
   * @param failure what the grain threw
   * @param id the grain
   * @param out where to write
   */
  public void write(Throwable failure, GrainId id, WireWriter out) {
    writeKind(failure, out);
    FailureText.of(failure).write(out);
    RemoteStack.write(failure, out);
  }

  private void writeKind(Throwable failure, WireWriter out) {
    Class<?> type = failure.getClass();
    Integer common = CommonThrowables.number(type);
    if (common != null) {
      out.writeByte(COMMON);
      out.writeVarInt(common);
    } else if (failure instanceof GrainCallException call) {
      out.writeByte(PASSED_ON);
      out.writeString(Texts.bounded(call.exceptionClass(), MAX_CLASS_NAME));
    } else {
      byte[] fields = fields(failure);
      out.writeByte(fields == null ? FOREIGN : DECLARED);
      out.writeString(Texts.bounded(type.getName(), MAX_CLASS_NAME));
      if (fields != null) {
        out.writeBytes(fields);
      }
    }
  }

  private byte @Nullable [] fields(Throwable failure) {
    Class<?> type = failure.getClass();
    if (!rebuilds(type) || !(known(type.getName()) instanceof Rebuilt shape)) {
      return null;
    }
    WireWriter out = new WireWriter();
    try {
      shape.write(failure, out);
      return out.toBytes();
    } catch (IllegalArgumentException e) {
      // a field holds what cannot be sent: the failure itself matters more
      return null;
    }
  }

  /**
   * Reads a failure, with the stack of the owner in front of that of this thread.
   *
   * @param in where to read
   * @param id the grain
   * @return what to throw at the caller
   * @throws WireFormatException if the bytes are not a failure
   */
  public Throwable read(WireReader in, GrainId id) {
    int kind = in.readByte();
    int number = kind == COMMON ? in.readVarInt() : 0;
    String className = kind == COMMON ? "" : in.readString();
    WireReader fields = kind == DECLARED ? in.readPart() : null;
    FailureText text = FailureText.read(in);
    List<StackTraceElement> stack = RemoteStack.read(in);
    Throwable failure =
        switch (kind) {
          case FOREIGN -> text.toCallException(className, id, remedy(className), null);
          case COMMON -> CommonThrowables.create(number, text.message());
          case DECLARED -> rebuild(className, requireNonNull(fields), text, id);
          case PASSED_ON -> new GrainCallException(className, String.valueOf(text.message()), null);
          default -> throw new WireFormatException("no failure is of the kind " + kind);
        };
    RemoteStack.attach(stack, text, id, failure);
    return failure;
  }

  private Throwable rebuild(String className, WireReader fields, FailureText text, GrainId id) {
    Throwable failure =
        known(className) instanceof Rebuilt shape ? rebuild(shape, fields, text.message()) : null;
    return failure == null ? text.toCallException(className, id, remedy(className), null) : failure;
  }

  private static @Nullable Throwable rebuild(
      Rebuilt shape, WireReader fields, @Nullable String message) {
    try {
      Throwable failure = shape.read(message, fields);
      fields.expectEnd();
      return failure;
    } catch (WireFormatException e) {
      // the sender's version of the class has other fields; what it says can be told all the same
      return null;
    }
  }

  private String remedy(String className) {
    DeclaredThrowable known = known(className);
    if (known instanceof NotRebuilt notRebuilt) {
      return "it is declared; to receive it as itself, " + notRebuilt.reason();
    }
    return known == null
        ? "to receive it as itself, declare it in the throws clause of the contract method"
        : "it cannot be built here from what it holds there";
  }
}
