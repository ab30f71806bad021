package dev.grains.internal.codec;

import java.io.OutputStream;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SerializationFeature;

/**
 * Writes the documents of one type one after the other with the same generator: to set one up and
 * to close it costs several times what a small record costs.
 *
 * <p>Thread-safe: who finds the generator in use sets up another one. One that has failed in the
 * middle of a document is not used again.
 */
final class DocumentWriter {

  private final ObjectWriter writer;
  private final AtomicReference<@Nullable Spare> spare = new AtomicReference<>();

  DocumentWriter(ObjectWriter writer) {
    this.writer = writer.without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE);
  }

  void write(Object value, WireWriter out) {
    Spare used = spare.getAndSet(null);
    if (used == null) {
      used = new Spare(writer);
    }
    used.write(writer, value, out);
    spare.set(used);
  }

  private static final class Spare extends OutputStream {

    private final JsonGenerator generator;
    private @Nullable WireWriter target;

    Spare(ObjectWriter writer) {
      generator = writer.createGenerator(this);
    }

    void write(ObjectWriter writer, Object value, WireWriter out) {
      target = out;
      writer.writeValue(generator, value);
      generator.flush();
      target = null;
    }

    @Override
    public void write(int value) {
      target().writeByte(value);
    }

    @Override
    public void write(byte[] source, int offset, int length) {
      target().writeRaw(source, offset, length);
    }

    private WireWriter target() {
      WireWriter current = target;
      if (current == null) {
        throw new IllegalStateException("nothing is being written");
      }
      return current;
    }
  }
}
