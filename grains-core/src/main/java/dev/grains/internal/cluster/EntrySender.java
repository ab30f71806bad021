package dev.grains.internal.cluster;

import com.hazelcast.map.EntryProcessor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Sends entry processors to the keys of one map. Thread-safe; does not block. */
public interface EntrySender {

  /** The key as it is sent, to be made once for many sends. */
  Object wireKey(String key);

  /**
   * Runs an entry processor on the owner of a key.
   *
   * @param callback called once with the result or the failure, on whatever thread learns of it: a
   *     partition, response or the calling thread; must neither block nor call the user
   */
  void send(
      Object wireKey,
      EntryProcessor<?, ?, ?> processor,
      BiConsumer<@Nullable Object, @Nullable Throwable> callback);
}
