package dev.grains.internal.cluster;

import com.hazelcast.map.EntryProcessor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Sends entry processors to the keys of one map. Thread-safe; does not block. */
public interface EntrySender {

  /** The key as it is sent, to be made once for many sends. */
  WireKey wireKey(String key);

  /**
   * Runs an entry processor on the owner of a key.
   *
   * @param callback called once with the result or the failure, on whatever thread learns of it: a
   *     partition, response or the calling thread; must neither block nor call the user
   */
  void send(
      WireKey key,
      EntryProcessor<?, ?, ?> processor,
      BiConsumer<@Nullable Object, @Nullable Throwable> callback);

  /** Does the same for a key that is not kept. */
  default void send(
      String key,
      EntryProcessor<?, ?, ?> processor,
      BiConsumer<@Nullable Object, @Nullable Throwable> callback) {
    WireKey wireKey;
    try {
      wireKey = wireKey(key);
    } catch (RuntimeException notSent) {
      callback.accept(null, notSent);
      return;
    }
    send(wireKey, processor, callback);
  }
}
