package dev.grains.internal.codec;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.ObjectReader;

/** Writes a value as a document with its length in front; nothing in it stands for null. */
record DocumentCodec(String typeName, DocumentWriter writer, ObjectReader reader)
    implements ValueCodec {

  private static final int MAX_REASON = 500;

  @Override
  public void write(@Nullable Object value, WireWriter out) {
    int mark = out.beginPart();
    if (value != null) {
      try {
        writer.write(value, out);
      } catch (RuntimeException e) {
        throw new IllegalArgumentException(
            "a value of type " + typeName + " cannot be sent: " + reason(e), e);
      }
    }
    out.endPart(mark);
  }

  @Override
  public @Nullable Object read(WireReader in) {
    int length = in.readLength();
    int offset = in.advance(length);
    if (length == 0) {
      return null;
    }
    try {
      return reader.readValue(in.source(), offset, length);
    } catch (RuntimeException e) {
      // parsers of damaged bytes fail in many ways, and so do the constructors they call
      throw new WireFormatException("no value of type " + typeName + ": " + reason(e), e);
    }
  }

  private static String reason(RuntimeException failure) {
    String message =
        failure instanceof JacksonException jackson
            ? jackson.getOriginalMessage()
            : failure.toString();
    String reason = Texts.bounded(String.valueOf(message), MAX_REASON);
    return failure instanceof DatabindException databind && !databind.getPath().isEmpty()
        ? reason + " (at " + Texts.bounded(databind.getPathReference(), MAX_REASON) + ")"
        : reason;
  }
}
