package dev.grains.clinic.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;

/**
 * How items are kept in a file. Stateless.
 *
 * @param <T> the items
 */
public interface Form<T> {

  /** Writes an item. */
  void write(T item, DataOutput out) throws IOException;

  /** Reads an item that was written. */
  T read(DataInput in) throws IOException;

  /** Roughly how many bytes of memory an item takes. */
  int weight(T item);

  /** Writes a text of any length. */
  static void writeText(String text, DataOutput out) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** Reads a text. */
  static String readText(DataInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, UTF_8);
  }

  /** Writes a time. */
  static void writeTime(Instant time, DataOutput out) throws IOException {
    out.writeLong(time.getEpochSecond());
    out.writeInt(time.getNano());
  }

  /** Reads a time. */
  static Instant readTime(DataInput in) throws IOException {
    return Instant.ofEpochSecond(in.readLong(), in.readInt());
  }
}
