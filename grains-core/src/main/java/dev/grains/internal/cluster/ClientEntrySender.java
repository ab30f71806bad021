package dev.grains.internal.cluster;

import com.hazelcast.client.impl.clientside.HazelcastClientInstanceImpl;
import com.hazelcast.client.impl.protocol.ClientMessage;
import com.hazelcast.client.impl.protocol.codec.MapSubmitToKeyCodec;
import com.hazelcast.client.impl.spi.impl.ClientInvocation;
import com.hazelcast.internal.serialization.Data;
import com.hazelcast.internal.serialization.SerializationService;
import com.hazelcast.map.EntryProcessor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends from a client, past the public {@code submitToKey} for the reason that {@link
 * MemberEntrySender} gives.
 */
final class ClientEntrySender implements EntrySender {

  private final HazelcastClientInstanceImpl client;
  private final SerializationService serialization;
  private final String map;

  ClientEntrySender(HazelcastClientInstanceImpl client, String map) {
    this.client = client;
    this.serialization = client.getSerializationService();
    this.map = map;
  }

  @Override
  public WireKey wireKey(String key) {
    Data data = serialization.toData(key);
    return new WireKey(client.getClientPartitionService().getPartitionId(data), data);
  }

  @Override
  public void send(
      WireKey key,
      EntryProcessor<?, ?, ?> processor,
      BiConsumer<@Nullable Object, @Nullable Throwable> callback) {
    try {
      ClientMessage request =
          MapSubmitToKeyCodec.encodeRequest(
              map, serialization.toData(processor), key.data(), Thread.currentThread().getId());
      new ClientInvocation(client, request, map, key.partition())
          .invoke()
          .whenCompleteAsync(
              (response, failure) -> complete(response, failure, callback), Runnable::run);
    } catch (RuntimeException notSent) {
      callback.accept(null, notSent);
    }
  }

  private void complete(
      @Nullable ClientMessage response,
      @Nullable Throwable failure,
      BiConsumer<@Nullable Object, @Nullable Throwable> callback) {
    Object value = null;
    Throwable problem = failure;
    if (response != null) {
      try {
        value = serialization.toObject(MapSubmitToKeyCodec.decodeResponse(response));
      } catch (RuntimeException unreadable) {
        problem = unreadable;
      }
    }
    callback.accept(value, problem);
  }
}
