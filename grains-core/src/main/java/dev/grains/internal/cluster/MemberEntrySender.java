package dev.grains.internal.cluster;

import com.hazelcast.internal.serialization.Data;
import com.hazelcast.internal.serialization.SerializationService;
import com.hazelcast.map.EntryProcessor;
import com.hazelcast.map.IMap;
import com.hazelcast.map.impl.MapService;
import com.hazelcast.map.impl.operation.MapOperation;
import com.hazelcast.map.impl.proxy.MapProxyImpl;
import com.hazelcast.spi.impl.InternalCompletableFuture;
import com.hazelcast.spi.properties.ClusterProperty;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends from a member.
 *
 * <p>The public {@code submitToKey} completes its future on the default asynchronous executor,
 * which starts a thread for every completion where the common pool has parallelism 1. The method of
 * the proxy below it leaves the choice of the executor to the caller, but runs what a partition
 * thread sends to itself within what that thread is doing; sent asynchronously it waits its turn
 * there.
 */
final class MemberEntrySender implements EntrySender {

  private final MapProxyImpl<Object, Object> map;
  private final SerializationService serialization;
  private final boolean failOnIndeterminateState;

  MemberEntrySender(IMap<Object, Object> map) {
    this.map = (MapProxyImpl<Object, Object>) map;
    this.serialization = this.map.getNodeEngine().getSerializationService();
    this.failOnIndeterminateState =
        this.map
            .getNodeEngine()
            .getProperties()
            .getBoolean(ClusterProperty.FAIL_ON_INDETERMINATE_OPERATION_STATE);
  }

  @Override
  public WireKey wireKey(String key) {
    Data data = serialization.toData(key);
    return new WireKey(map.getNodeEngine().getPartitionService().getPartitionId(data), data);
  }

  @Override
  public void send(
      WireKey key,
      EntryProcessor<?, ?, ?> processor,
      BiConsumer<@Nullable Object, @Nullable Throwable> callback) {
    try {
      invoke(key, processor)
          .whenCompleteAsync(
              (result, failure) -> complete(result, failure, callback), Runnable::run);
    } catch (RuntimeException notSent) {
      callback.accept(null, notSent);
    }
  }

  private InternalCompletableFuture<Data> invoke(WireKey key, EntryProcessor<?, ?, ?> processor) {
    MapOperation operation =
        map.getOperationProvider().createEntryOperation(map.getName(), key.data(), processor);
    operation.setThreadId(Thread.currentThread().getId());
    return map.getOperationService()
        .createInvocationBuilder(MapService.SERVICE_NAME, operation, key.partition())
        .setAsync()
        .setResultDeserialized(false)
        .setFailOnIndeterminateOperationState(failOnIndeterminateState)
        .invoke();
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
