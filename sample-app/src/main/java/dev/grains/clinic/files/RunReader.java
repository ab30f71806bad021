package dev.grains.clinic.files;

import java.io.DataInput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a run item by item. Confined to a thread. */
final class RunReader<T> {

  private final DataInput in;
  private final Form<T> form;
  private long left;
  private @Nullable T head;

  RunReader(DataInput in, Form<T> form, long size) throws IOException {
    this.in = in;
    this.form = form;
    left = size;
    advance();
  }

  /** The next item; null after the last. */
  @Nullable T head() {
    return head;
  }

  void advance() throws IOException {
    head = left-- > 0 ? form.read(in) : null;
  }
}
