package dev.grains.clinic.files;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.UUID;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Items in order, as JSON in a file that nobody else sees and that is gone with the process. */
final class Run<T> implements AutoCloseable {

  private static final int BUFFER = 1 << 15;
  private static final ObjectWriter WRITER =
      JsonMapper.shared()
          .writer()
          .without(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .without(SerializationFeature.FLUSH_AFTER_WRITE_VALUE)
          // as text a time takes almost as long to read as the rest of an item
          .with(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS);

  private final FileChannel channel;
  private final Class<T> type;
  private final int level;

  private Run(FileChannel channel, Class<T> type, int level) {
    this.channel = channel;
    this.type = type;
    this.level = level;
  }

  /**
   * Writes a run.
   *
   * @param items the items, in order
   * @param level how often its items have been merged before
   */
  static <T> Run<T> write(Iterator<T> items, Class<T> type, Path directory, int level)
      throws IOException {
    // where the system can, the name goes at once: no kill leaves a file behind
    FileChannel channel =
        FileChannel.open(
            directory.resolve("clinic-" + UUID.randomUUID() + ".run"),
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.DELETE_ON_CLOSE);
    try (SequenceWriter out =
        WRITER
            .forType(type)
            .writeValues(new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER))) {
      while (items.hasNext()) {
        out.write(items.next());
      }
    } catch (RuntimeException failure) {
      channel.close();
      throw failure;
    }
    return new Run<>(channel, type, level);
  }

  int level() {
    return level;
  }

  /** Reads it from its beginning; several may read it at a time. */
  Iterator<T> read() {
    return JsonMapper.shared()
        .readerFor(type)
        .readValues(new BufferedInputStream(new ChannelInput(channel), BUFFER));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
