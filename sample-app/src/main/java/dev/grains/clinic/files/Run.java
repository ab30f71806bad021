package dev.grains.clinic.files;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.UUID;

/** Items in order, in a file that nobody else sees and that is gone with the process. */
final class Run<T> implements AutoCloseable {

  private static final int BUFFER = 1 << 15;

  private final FileChannel channel;
  private final Form<T> form;
  private final int level;
  private final long size;

  private Run(FileChannel channel, Form<T> form, int level, long size) {
    this.channel = channel;
    this.form = form;
    this.level = level;
    this.size = size;
  }

  /**
   * Writes a run.
   *
   * @param items the items, in order
   * @param level how often its items have been merged before
   */
  static <T> Run<T> write(Iterator<T> items, Form<T> form, Path directory, int level)
      throws IOException {
    // where the system can, the name goes at once: no kill leaves a file behind
    FileChannel channel =
        FileChannel.open(
            directory.resolve("clinic-" + UUID.randomUUID() + ".run"),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    try {
      DataOutputStream out =
          new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER));
      long size = 0;
      while (items.hasNext()) {
        form.write(items.next(), out);
        size++;
      }
      out.flush();
      return new Run<>(channel, form, level, size);
    } catch (IOException | RuntimeException failure) {
      channel.close();
      throw failure;
    }
  }

  int level() {
    return level;
  }

  /** Reads it from its beginning; several may read it at a time. */
  RunReader<T> read() throws IOException {
    return new RunReader<>(
        new DataInputStream(new BufferedInputStream(new ChannelInput(channel), BUFFER)),
        form,
        size);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
