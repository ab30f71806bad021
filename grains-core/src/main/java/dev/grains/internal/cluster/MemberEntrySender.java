package dev.grains.internal.cluster;

import com.hazelcast.internal.serialization.Data;
import com.hazelcast.internal.serialization.SerializationService;
import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.IMap;
import com.hazelcast.map.impl.proxy.MapProxyImpl;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends from a member.
 *
 * <p>The public {@code submitToKey} completes its future on the default asynchronous executor,
 * which starts a thread for every completion where the common pool has parallelism 1. The method of
 * the proxy below it leaves the choice of the executor to the caller.
 */
final class MemberEntrySender implements EntrySender {

  private final MapProxyImpl<Object, Object> map;
  private final SerializationService serialization;

  MemberEntrySender(IMap<Object, Object> map) {
    this.map = (MapProxyImpl<Object, Object>) map;
    this.serialization = this.map.getNodeEngine().getSerializationService();
  }

  @Override
  public Object wireKey(String key) {
    return serialization.toData(key);
  }

  @Override
  public void send(
      Object wireKey,
      EntryProcessor<?, ?, ?> processor,
      BiConsumer<@Nullable Object, @Nullable Throwable> callback) {
    try {
      map.executeOnKeyInternal(wireKey, processor)
          .whenCompleteAsync(
              (result, failure) -> complete(result, failure, callback), Runnable::run);
    } catch (RuntimeException notSent) {
      callback.accept(null, notSent);
    }
  }

  private void complete(
      @Nullable Data result,
      @Nullable Throwable failure,
      BiConsumer<@Nullable Object, @Nullable Throwable> callback) {
    Object value = null;
    Throwable problem = failure;
    if (result != null) {
      try {
        value = serialization.toObject(result);
      } catch (RuntimeException unreadable) {
        problem = unreadable;
      }
    }
    callback.accept(value, problem);
  }
}
