package dev.grains.internal.codec;

import dev.grains.GrainCallException;
import dev.grains.GrainId;
import org.jspecify.annotations.Nullable;

/** What a failure says: its message, and one level of cause. */
record FailureText(
    @Nullable String message, @Nullable String causeClass, @Nullable String causeMessage) {

  private static final int MAX_MESSAGE = 8 * 1024;
  private static final int MAX_CAUSE = 1024;

  static FailureText of(Throwable failure) {
    Throwable cause = failure.getCause();
    return new FailureText(
        Texts.boundedOrNull(messageOf(failure), MAX_MESSAGE),
        cause == null ? null : Texts.bounded(cause.getClass().getName(), MAX_CAUSE),
        cause == null ? null : Texts.boundedOrNull(messageOf(cause), MAX_CAUSE));
  }

  private static @Nullable String messageOf(Throwable failure) {
    try {
      return failure.getMessage();
    } catch (RuntimeException e) {
      return "(getMessage() failed with " + e.getClass().getName() + ")";
    }
  }

  void write(WireWriter out) {
    out.writeNullableString(message);
    out.writeNullableString(causeClass);
    out.writeNullableString(causeMessage);
  }

  static FailureText read(WireReader in) {
    String message = in.readNullableString();
    String causeClass = in.readNullableString();
    return new FailureText(message, causeClass, in.readNullableString());
  }

  GrainCallException toCallException(
      String className, GrainId id, String remedy, @Nullable Throwable original) {
    StringBuilder text = new StringBuilder("grain ").append(id).append(" failed with ");
    text.append(className);
    if (message != null) {
      text.append(": ").append(message);
    }
    if (causeClass != null) {
      text.append(" (caused by ").append(causeClass);
      text.append(causeMessage == null ? "" : ": " + causeMessage).append(')');
    }
    text.append("; ").append(remedy);
    return new GrainCallException(className, text.toString(), original);
  }
}
